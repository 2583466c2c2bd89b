using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Recoveries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Registrations",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Membership");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Registrations");
        }
    }
}

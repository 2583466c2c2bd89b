using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Postgres
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
                type: "character varying(40)",
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

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AgreedExchange : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "AgreedReceives",
                table: "ServedCountries",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AgreedSends",
                table: "ServedCountries",
                type: "boolean",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AgreedReceives",
                table: "ServedCountries");

            migrationBuilder.DropColumn(
                name: "AgreedSends",
                table: "ServedCountries");
        }
    }
}

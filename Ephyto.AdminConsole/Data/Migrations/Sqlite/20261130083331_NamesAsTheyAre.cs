using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NamesAsTheyAre : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "NameOrder",
                table: "Nppos",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SearchedTexts",
                table: "Nppos",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NameOrder",
                table: "Members",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SearchedTexts",
                table: "Members",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NameOrder",
                table: "HubUsers",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SearchedTexts",
                table: "HubUsers",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NameOrder",
                table: "Accounts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SearchedTexts",
                table: "Accounts",
                type: "TEXT",
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "NameOrder",
                table: "Nppos");

            migrationBuilder.DropColumn(
                name: "SearchedTexts",
                table: "Nppos");

            migrationBuilder.DropColumn(
                name: "NameOrder",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "SearchedTexts",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "NameOrder",
                table: "HubUsers");

            migrationBuilder.DropColumn(
                name: "SearchedTexts",
                table: "HubUsers");

            migrationBuilder.DropColumn(
                name: "NameOrder",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "SearchedTexts",
                table: "Accounts");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ToldExchange : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ToldAt",
                table: "ServedCountries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ToldReceives",
                table: "ServedCountries",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ToldSends",
                table: "ServedCountries",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UntoldSince",
                table: "ServedCountries",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ToldAt",
                table: "ServedCountries");

            migrationBuilder.DropColumn(
                name: "ToldReceives",
                table: "ServedCountries");

            migrationBuilder.DropColumn(
                name: "ToldSends",
                table: "ServedCountries");

            migrationBuilder.DropColumn(
                name: "UntoldSince",
                table: "ServedCountries");
        }
    }
}

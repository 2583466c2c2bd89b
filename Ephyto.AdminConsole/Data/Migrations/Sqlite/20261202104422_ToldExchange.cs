using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ToldReceives",
                table: "ServedCountries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ToldSends",
                table: "ServedCountries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UntoldSince",
                table: "ServedCountries",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // As SQLite drops a column by itself, without making the table anew.
            migrationBuilder.Sql("""ALTER TABLE "ServedCountries" DROP COLUMN "ToldAt";""");
            migrationBuilder.Sql("""ALTER TABLE "ServedCountries" DROP COLUMN "ToldReceives";""");
            migrationBuilder.Sql("""ALTER TABLE "ServedCountries" DROP COLUMN "ToldSends";""");
            migrationBuilder.Sql("""ALTER TABLE "ServedCountries" DROP COLUMN "UntoldSince";""");
        }
    }
}

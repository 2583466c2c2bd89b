using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PartiesAndLiveSince : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "WentLiveAt",
                table: "Nppos",
                type: "TEXT",
                nullable: true);

            // Until now the audit trail alone knew the first day.
            migrationBuilder.Sql("""
                UPDATE "Nppos" SET "WentLiveAt" = COALESCE(
                    (SELECT MIN("At") FROM "AuditEntries" WHERE "Code" = 'nppo.went-live' AND "NppoId" = "Nppos"."Id"),
                    CASE WHEN "Status" = 'Live' THEN "StatusSince" END);
                """);

            migrationBuilder.CreateTable(
                name: "CountryParties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CountryCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TerritoryOf = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CountryParties", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CountryParties_CountryCode",
                table: "CountryParties",
                column: "CountryCode",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CountryParties");

            // As SQLite drops a column by itself: the table made anew would lose the rows that refer to it.
            migrationBuilder.Sql("""ALTER TABLE "Nppos" DROP COLUMN "WentLiveAt";""");
        }
    }
}

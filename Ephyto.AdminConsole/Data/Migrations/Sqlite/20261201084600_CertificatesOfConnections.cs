using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CertificatesOfConnections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ConnectionCode",
                table: "DigitalCertificates",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ConnectionId",
                table: "DigitalCertificates",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_DigitalCertificates_ConnectionId",
                table: "DigitalCertificates",
                column: "ConnectionId");

            migrationBuilder.CreateIndex(
                name: "IX_DigitalCertificates_Facts_Thumbprint",
                table: "DigitalCertificates",
                column: "Facts_Thumbprint");

            // What was there before belongs to the first connection of its organization; where there is none yet, to the first to come.
            migrationBuilder.Sql("""
                UPDATE "DigitalCertificates" SET
                    "ConnectionId" = (SELECT c."Id" FROM "Connections" c WHERE c."NppoId" = "DigitalCertificates"."NppoId"
                        ORDER BY length(c."Code"), c."Code" LIMIT 1),
                    "ConnectionCode" = (SELECT c."Code" FROM "Connections" c WHERE c."NppoId" = "DigitalCertificates"."NppoId"
                        ORDER BY length(c."Code"), c."Code" LIMIT 1);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_DigitalCertificates_ConnectionId",
                table: "DigitalCertificates");

            migrationBuilder.DropIndex(
                name: "IX_DigitalCertificates_Facts_Thumbprint",
                table: "DigitalCertificates");

            migrationBuilder.DropColumn(
                name: "ConnectionCode",
                table: "DigitalCertificates");

            migrationBuilder.DropColumn(
                name: "ConnectionId",
                table: "DigitalCertificates");
        }
    }
}

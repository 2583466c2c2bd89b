using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TestEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Environment",
                table: "DigitalCertificates",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Environment",
                table: "Connections",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EvidenceKeys",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PublicKeyPem = table.Column<string>(type: "TEXT", nullable: false),
                    ProtectedKey = table.Column<string>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceKeys", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "TakenEvidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SignedText = table.Column<string>(type: "TEXT", nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Console = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Steps = table.Column<string>(type: "TEXT", nullable: false),
                    Connections = table.Column<string>(type: "TEXT", nullable: false),
                    TakenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TakenEvidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TakenEvidence_Nppos_Id",
                        column: x => x.Id,
                        principalTable: "Nppos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TestKeys",
                columns: table => new
                {
                    NppoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TestKeys", x => new { x.NppoId, x.Hash });
                    table.ForeignKey(
                        name: "FK_TestKeys_Nppos_NppoId",
                        column: x => x.NppoId,
                        principalTable: "Nppos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EvidenceKeys");

            migrationBuilder.DropTable(
                name: "TakenEvidence");

            migrationBuilder.DropTable(
                name: "TestKeys");

            // As SQLite drops a column by itself: the table made anew would lose the rows that refer to it.
            migrationBuilder.Sql("""ALTER TABLE "DigitalCertificates" DROP COLUMN "Environment";""");
            migrationBuilder.Sql("""ALTER TABLE "Connections" DROP COLUMN "Environment";""");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DigitalCertificates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DigitalCertificates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NppoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Usage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Facts_Subject = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Facts_Issuer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Facts_SerialNumber = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Facts_Thumbprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Facts_PublicKeyHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Facts_ValidFrom = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Facts_ValidUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Facts_KeyKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Facts_KeyBits = table.Column<int>(type: "INTEGER", nullable: false),
                    Facts_SignatureAlgorithm = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Facts_HasWeakSignature = table.Column<bool>(type: "INTEGER", nullable: false),
                    Facts_Country = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Facts_IsAuthority = table.Column<bool>(type: "INTEGER", nullable: false),
                    Facts_IsSelfSigned = table.Column<bool>(type: "INTEGER", nullable: false),
                    Facts_IsChainComplete = table.Column<bool>(type: "INTEGER", nullable: false),
                    Facts_MaySign = table.Column<bool>(type: "INTEGER", nullable: true),
                    Facts_MayAuthenticate = table.Column<bool>(type: "INTEGER", nullable: true),
                    Pem = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ActivatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SupersededById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RevocationReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemindedStep = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigitalCertificates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DigitalCertificates_Nppos_NppoId",
                        column: x => x.NppoId,
                        principalTable: "Nppos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DigitalCertificates_DueAt",
                table: "DigitalCertificates",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_DigitalCertificates_Facts_PublicKeyHash",
                table: "DigitalCertificates",
                column: "Facts_PublicKeyHash");

            migrationBuilder.CreateIndex(
                name: "IX_DigitalCertificates_NppoId",
                table: "DigitalCertificates",
                column: "NppoId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DigitalCertificates");
        }
    }
}

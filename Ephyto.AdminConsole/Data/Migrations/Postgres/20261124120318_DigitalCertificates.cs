using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Postgres
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NppoId = table.Column<Guid>(type: "uuid", nullable: false),
                    Description = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Usage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Facts_Subject = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Facts_Issuer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Facts_SerialNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Facts_Thumbprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Facts_PublicKeyHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Facts_ValidFrom = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Facts_ValidUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Facts_KeyKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Facts_KeyBits = table.Column<int>(type: "integer", nullable: false),
                    Facts_SignatureAlgorithm = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Facts_HasWeakSignature = table.Column<bool>(type: "boolean", nullable: false),
                    Facts_Country = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    Facts_IsAuthority = table.Column<bool>(type: "boolean", nullable: false),
                    Facts_IsSelfSigned = table.Column<bool>(type: "boolean", nullable: false),
                    Facts_IsChainComplete = table.Column<bool>(type: "boolean", nullable: false),
                    Facts_MaySign = table.Column<bool>(type: "boolean", nullable: true),
                    Facts_MayAuthenticate = table.Column<bool>(type: "boolean", nullable: true),
                    Pem = table.Column<byte[]>(type: "bytea", nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UploadedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ActivatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SupersededById = table.Column<Guid>(type: "uuid", nullable: true),
                    RevocationReason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RemindedStep = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HubDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ClosingWords",
                table: "Nppos",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EvidenceFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegistrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AttachedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttachedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StaffNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegistrationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffNotes", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationSteps_At",
                table: "RegistrationSteps",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_Status_DecidedAt_SubmittedAt",
                table: "Registrations",
                columns: new[] { "Status", "DecidedAt", "SubmittedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_SubmittedAt_Status",
                table: "Registrations",
                columns: new[] { "SubmittedAt", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceFiles_RegistrationId_AttachedAt",
                table: "EvidenceFiles",
                columns: new[] { "RegistrationId", "AttachedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StaffNotes_RegistrationId_WrittenAt",
                table: "StaffNotes",
                columns: new[] { "RegistrationId", "WrittenAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EvidenceFiles");

            migrationBuilder.DropTable(
                name: "StaffNotes");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationSteps_At",
                table: "RegistrationSteps");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_Status_DecidedAt_SubmittedAt",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_SubmittedAt_Status",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "ClosingWords",
                table: "Nppos");
        }
    }
}

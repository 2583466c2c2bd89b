using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Sandbox : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SandboxCalls",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NppoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConnectionCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Operation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HttpStatus = table.Column<int>(type: "INTEGER", nullable: false),
                    DurationMilliseconds = table.Column<int>(type: "INTEGER", nullable: false),
                    RequestBytes = table.Column<int>(type: "INTEGER", nullable: false),
                    AnswerBytes = table.Column<int>(type: "INTEGER", nullable: false),
                    TrackingNumber = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true),
                    Explanations = table.Column<string>(type: "TEXT", nullable: false),
                    Thumbprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    CertificateSubject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Request = table.Column<string>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SandboxCalls", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SandboxEnvelopes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TrackingNumber = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false),
                    From = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CertificateType = table.Column<int>(type: "INTEGER", nullable: false),
                    CertificateStatus = table.Column<int>(type: "INTEGER", nullable: false),
                    CertificateNumber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromNppoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToNppoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Content = table.Column<string>(type: "TEXT", nullable: true),
                    ContentBytes = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Forwardings = table.Column<string>(type: "TEXT", nullable: false),
                    CopyOf = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FetchedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PartnerAnswersAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SandboxEnvelopes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SandboxIdentities",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CertificatePem = table.Column<string>(type: "TEXT", nullable: false),
                    ProtectedKey = table.Column<string>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SandboxIdentities", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "SandboxMilestones",
                columns: table => new
                {
                    NppoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConnectionCode = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    TrackingNumber = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true),
                    Thumbprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SandboxMilestones", x => new { x.NppoId, x.Kind });
                    table.ForeignKey(
                        name: "FK_SandboxMilestones_Nppos_NppoId",
                        column: x => x.NppoId,
                        principalTable: "Nppos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SandboxCalls_At",
                table: "SandboxCalls",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_SandboxCalls_NppoId_At",
                table: "SandboxCalls",
                columns: new[] { "NppoId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_SandboxCalls_TrackingNumber",
                table: "SandboxCalls",
                column: "TrackingNumber");

            migrationBuilder.CreateIndex(
                name: "IX_SandboxEnvelopes_FromNppoId_SentAt",
                table: "SandboxEnvelopes",
                columns: new[] { "FromNppoId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SandboxEnvelopes_PartnerAnswersAt",
                table: "SandboxEnvelopes",
                column: "PartnerAnswersAt");

            migrationBuilder.CreateIndex(
                name: "IX_SandboxEnvelopes_SentAt",
                table: "SandboxEnvelopes",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_SandboxEnvelopes_To_State_SentAt",
                table: "SandboxEnvelopes",
                columns: new[] { "To", "State", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SandboxEnvelopes_ToNppoId_SentAt",
                table: "SandboxEnvelopes",
                columns: new[] { "ToNppoId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SandboxEnvelopes_TrackingNumber",
                table: "SandboxEnvelopes",
                column: "TrackingNumber",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SandboxCalls");

            migrationBuilder.DropTable(
                name: "SandboxEnvelopes");

            migrationBuilder.DropTable(
                name: "SandboxIdentities");

            migrationBuilder.DropTable(
                name: "SandboxMilestones");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Postgres
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NppoId = table.Column<Guid>(type: "uuid", nullable: true),
                    ConnectionCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Operation = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HttpStatus = table.Column<int>(type: "integer", nullable: false),
                    DurationMilliseconds = table.Column<int>(type: "integer", nullable: false),
                    RequestBytes = table.Column<int>(type: "integer", nullable: false),
                    AnswerBytes = table.Column<int>(type: "integer", nullable: false),
                    TrackingNumber = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true),
                    Explanations = table.Column<string>(type: "text", nullable: false),
                    Thumbprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    CertificateSubject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Request = table.Column<string>(type: "text", nullable: true),
                    Answer = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SandboxCalls", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SandboxEnvelopes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TrackingNumber = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false),
                    From = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    To = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    CertificateType = table.Column<int>(type: "integer", nullable: false),
                    CertificateStatus = table.Column<int>(type: "integer", nullable: false),
                    CertificateNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Form = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    FromNppoId = table.Column<Guid>(type: "uuid", nullable: true),
                    ToNppoId = table.Column<Guid>(type: "uuid", nullable: true),
                    Content = table.Column<string>(type: "text", nullable: true),
                    ContentBytes = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Forwardings = table.Column<string>(type: "text", nullable: false),
                    CopyOf = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    FetchedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PartnerAnswersAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SandboxEnvelopes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SandboxIdentities",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CertificatePem = table.Column<string>(type: "text", nullable: false),
                    ProtectedKey = table.Column<string>(type: "text", nullable: false),
                    ValidUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SandboxIdentities", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "SandboxMilestones",
                columns: table => new
                {
                    NppoId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ConnectionCode = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    TrackingNumber = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true),
                    Thumbprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
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

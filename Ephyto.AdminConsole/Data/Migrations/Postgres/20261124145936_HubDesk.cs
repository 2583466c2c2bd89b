using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class HubDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_SubjectKind_SubjectId",
                table: "AuditEntries");

            migrationBuilder.AddColumn<Guid>(
                name: "CancelledBy",
                table: "OutgoingEmails",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ClaimedUntil",
                table: "OutgoingEmails",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ResendOf",
                table: "OutgoingEmails",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ResentAs",
                table: "OutgoingEmails",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Trouble",
                table: "OutgoingEmails",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClosingWords",
                table: "Nppos",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AuditSubjects",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSubjects", x => new { x.Kind, x.SubjectId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "EvidenceFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RegistrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    AttachedBy = table.Column<Guid>(type: "uuid", nullable: false),
                    AttachedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SendingSwitch",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PausedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PausedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SendingSwitch", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StaffNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RegistrationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "uuid", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StaffNotes", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "SendingSwitch",
                columns: new[] { "Id", "PausedAt", "PausedBy", "Reason", "Version" },
                values: new object[] { new Guid("0197b1a0-0000-7000-8000-0000000000e1"), null, null, null, 0 });

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
                name: "IX_OutgoingEmails_Kind_QueuedAt",
                table: "OutgoingEmails",
                columns: new[] { "Kind", "QueuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingEmails_QueuedAt",
                table: "OutgoingEmails",
                column: "QueuedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingEmails_State_QueuedAt",
                table: "OutgoingEmails",
                columns: new[] { "State", "QueuedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_ActorKind_ActorId_Sequence",
                table: "AuditEntries",
                columns: new[] { "ActorKind", "ActorId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At_Sequence",
                table: "AuditEntries",
                columns: new[] { "At", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Code_Sequence",
                table: "AuditEntries",
                columns: new[] { "Code", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_SubjectKind_SubjectId_Sequence",
                table: "AuditEntries",
                columns: new[] { "SubjectKind", "SubjectId", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditSubjects_Sequence",
                table: "AuditSubjects",
                column: "Sequence");

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
                name: "AuditSubjects");

            migrationBuilder.DropTable(
                name: "EvidenceFiles");

            migrationBuilder.DropTable(
                name: "SendingSwitch");

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

            migrationBuilder.DropIndex(
                name: "IX_OutgoingEmails_Kind_QueuedAt",
                table: "OutgoingEmails");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingEmails_QueuedAt",
                table: "OutgoingEmails");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingEmails_State_QueuedAt",
                table: "OutgoingEmails");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_ActorKind_ActorId_Sequence",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_At_Sequence",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_Code_Sequence",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_SubjectKind_SubjectId_Sequence",
                table: "AuditEntries");

            migrationBuilder.DropColumn(
                name: "CancelledBy",
                table: "OutgoingEmails");

            migrationBuilder.DropColumn(
                name: "ClaimedUntil",
                table: "OutgoingEmails");

            migrationBuilder.DropColumn(
                name: "ResendOf",
                table: "OutgoingEmails");

            migrationBuilder.DropColumn(
                name: "ResentAs",
                table: "OutgoingEmails");

            migrationBuilder.DropColumn(
                name: "Trouble",
                table: "OutgoingEmails");

            migrationBuilder.DropColumn(
                name: "ClosingWords",
                table: "Nppos");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_SubjectKind_SubjectId",
                table: "AuditEntries",
                columns: new[] { "SubjectKind", "SubjectId" });
        }
    }
}

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
            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_SubjectKind_SubjectId",
                table: "AuditEntries");

            migrationBuilder.AddColumn<Guid>(
                name: "CancelledBy",
                table: "OutgoingEmails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ClaimedUntil",
                table: "OutgoingEmails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ResendOf",
                table: "OutgoingEmails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ResentAs",
                table: "OutgoingEmails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Trouble",
                table: "OutgoingEmails",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ClosingWords",
                table: "Nppos",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AuditSubjects",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSubjects", x => new { x.Kind, x.SubjectId, x.Sequence });
                });

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
                name: "ParticipationLetters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NppoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CountryCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    OpenNppoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Addressee = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StatusSince = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedByKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    NumberYear = table.Column<int>(type: "INTEGER", nullable: true),
                    NumberOrdinal = table.Column<int>(type: "INTEGER", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Facts_CountryCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Facts_Organization = table.Column<string>(type: "TEXT", nullable: true),
                    Facts_OrganizationInEnglish = table.Column<string>(type: "TEXT", nullable: true),
                    Facts_State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Facts_StateSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Facts_MemberSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParticipationLetters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ParticipationLetters_Nppos_NppoId",
                        column: x => x.NppoId,
                        principalTable: "Nppos",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SendingSwitch",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PausedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PausedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SendingSwitch", x => x.Id);
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

            migrationBuilder.CreateTable(
                name: "LetterFiles",
                columns: table => new
                {
                    LetterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterFiles", x => x.LetterId);
                    table.ForeignKey(
                        name: "FK_LetterFiles_ParticipationLetters_LetterId",
                        column: x => x.LetterId,
                        principalTable: "ParticipationLetters",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "IX_ParticipationLetters_Code",
                table: "ParticipationLetters",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ParticipationLetters_NppoId",
                table: "ParticipationLetters",
                column: "NppoId");

            migrationBuilder.CreateIndex(
                name: "IX_ParticipationLetters_NumberYear_NumberOrdinal",
                table: "ParticipationLetters",
                columns: new[] { "NumberYear", "NumberOrdinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ParticipationLetters_OpenNppoId",
                table: "ParticipationLetters",
                column: "OpenNppoId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ParticipationLetters_RequestedAt",
                table: "ParticipationLetters",
                column: "RequestedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ParticipationLetters_Sha256",
                table: "ParticipationLetters",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_StaffNotes_RegistrationId_WrittenAt",
                table: "StaffNotes",
                columns: new[] { "RegistrationId", "WrittenAt" });

            // The model cannot name an index on a part of a complex property.
            migrationBuilder.Sql("CREATE INDEX \"IX_Registrations_Language\" ON \"Registrations\" (\"Representative_PreferredLanguage\", \"SubmittedAt\");");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX IF EXISTS \"IX_Registrations_Language\";");

            migrationBuilder.DropTable(
                name: "AuditSubjects");

            migrationBuilder.DropTable(
                name: "EvidenceFiles");

            migrationBuilder.DropTable(
                name: "LetterFiles");

            migrationBuilder.DropTable(
                name: "SendingSwitch");

            migrationBuilder.DropTable(
                name: "StaffNotes");

            migrationBuilder.DropTable(
                name: "ParticipationLetters");

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

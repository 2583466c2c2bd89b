using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PeopleOfOrganizations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "Since",
                table: "HubUsers",
                newName: "StatusSince");

            migrationBuilder.AddColumn<string>(
                name: "Offer",
                table: "Nppos",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "StatusBeforeSuspension",
                table: "Nppos",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SuspensionWords",
                table: "Nppos",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ChangedBy",
                table: "Members",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RoleEndNotice",
                table: "Members",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "None");

            migrationBuilder.AddColumn<DateOnly>(
                name: "RoleLastDay",
                table: "Members",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SuspensionReason",
                table: "Members",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CurrentKey",
                table: "HubUsers",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DisplayName",
                table: "HubUsers",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Email",
                table: "HubUsers",
                type: "character varying(254)",
                maxLength: 254,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "InvitedBy",
                table: "HubUsers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "HubUsers",
                type: "character varying(2)",
                maxLength: 2,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "RemindedOf",
                table: "HubUsers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RoleUntil",
                table: "HubUsers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "HubUsers",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "UserId",
                table: "HubUsers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TimeZone",
                table: "Accounts",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            // So far a person of the hub was known by the account's id, and had a role or had none.
            migrationBuilder.Sql("""
                UPDATE "HubUsers" SET
                    "UserId" = "Id",
                    "Status" = CASE WHEN "IsActive" THEN 'Active' ELSE 'Removed' END,
                    "Email" = COALESCE((SELECT a."Email" FROM "Accounts" AS a WHERE a."Id" = "HubUsers"."Id"), ''),
                    "CurrentKey" = CASE WHEN "IsActive" THEN (SELECT a."Email" FROM "Accounts" AS a WHERE a."Id" = "HubUsers"."Id") END,
                    "DisplayName" = COALESCE((SELECT a."DisplayName" FROM "Accounts" AS a WHERE a."Id" = "HubUsers"."Id"), ''),
                    "Language" = COALESCE((SELECT a."Language" FROM "Accounts" AS a WHERE a."Id" = "HubUsers"."Id"), 'en')
                """);

            migrationBuilder.DropColumn(
                name: "IsActive",
                table: "HubUsers");

            migrationBuilder.CreateTable(
                name: "AccountSecurity",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthenticatorKey = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: true),
                    AuthenticatorSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastTimeStep = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountSecurity", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EmailChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    NewEmail = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    OldConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    NewConfirmedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmailChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RecoveryCodes",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCodes", x => new { x.UserId, x.Hash });
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Browser = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Address = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndReason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Members_RoleLastDay",
                table: "Members",
                column: "RoleLastDay");

            migrationBuilder.CreateIndex(
                name: "IX_Members_Status_StatusSince",
                table: "Members",
                columns: new[] { "Status", "StatusSince" });

            migrationBuilder.CreateIndex(
                name: "IX_HubUsers_CurrentKey",
                table: "HubUsers",
                column: "CurrentKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HubUsers_UserId",
                table: "HubUsers",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_EmailChanges_UserId",
                table: "EmailChanges",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_UserId_EndedAt",
                table: "Sessions",
                columns: new[] { "UserId", "EndedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountSecurity");

            migrationBuilder.DropTable(
                name: "EmailChanges");

            migrationBuilder.DropTable(
                name: "RecoveryCodes");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_Members_RoleLastDay",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Members_Status_StatusSince",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_HubUsers_CurrentKey",
                table: "HubUsers");

            migrationBuilder.DropIndex(
                name: "IX_HubUsers_UserId",
                table: "HubUsers");

            migrationBuilder.DropColumn(
                name: "Offer",
                table: "Nppos");

            migrationBuilder.DropColumn(
                name: "StatusBeforeSuspension",
                table: "Nppos");

            migrationBuilder.DropColumn(
                name: "SuspensionWords",
                table: "Nppos");

            migrationBuilder.DropColumn(
                name: "ChangedBy",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "RoleEndNotice",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "RoleLastDay",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "SuspensionReason",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "CurrentKey",
                table: "HubUsers");

            migrationBuilder.DropColumn(
                name: "DisplayName",
                table: "HubUsers");

            migrationBuilder.DropColumn(
                name: "Email",
                table: "HubUsers");

            migrationBuilder.DropColumn(
                name: "InvitedBy",
                table: "HubUsers");

            migrationBuilder.DropColumn(
                name: "Language",
                table: "HubUsers");

            migrationBuilder.DropColumn(
                name: "RemindedOf",
                table: "HubUsers");

            migrationBuilder.DropColumn(
                name: "RoleUntil",
                table: "HubUsers");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "HubUsers");

            migrationBuilder.DropColumn(
                name: "UserId",
                table: "HubUsers");

            migrationBuilder.DropColumn(
                name: "TimeZone",
                table: "Accounts");

            migrationBuilder.RenameColumn(
                name: "StatusSince",
                table: "HubUsers",
                newName: "Since");

            migrationBuilder.AddColumn<bool>(
                name: "IsActive",
                table: "HubUsers",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }
    }
}

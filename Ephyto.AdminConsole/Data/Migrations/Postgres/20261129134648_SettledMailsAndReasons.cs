using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SettledMailsAndReasons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "SettledAt",
                table: "OutgoingEmails",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SettledBy",
                table: "OutgoingEmails",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Changes",
                table: "Nppos",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<DateTime>(
                name: "AffirmedAt",
                table: "ContactPoints",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ProtectionMark",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false),
                    LostAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionMark", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingEmails_SentAt",
                table: "OutgoingEmails",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_OutgoingEmails_To_State_QueuedAt",
                table: "OutgoingEmails",
                columns: new[] { "To", "State", "QueuedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProtectionMark");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingEmails_SentAt",
                table: "OutgoingEmails");

            migrationBuilder.DropIndex(
                name: "IX_OutgoingEmails_To_State_QueuedAt",
                table: "OutgoingEmails");

            migrationBuilder.DropColumn(
                name: "SettledAt",
                table: "OutgoingEmails");

            migrationBuilder.DropColumn(
                name: "SettledBy",
                table: "OutgoingEmails");

            migrationBuilder.DropColumn(
                name: "Changes",
                table: "Nppos");

            migrationBuilder.DropColumn(
                name: "AffirmedAt",
                table: "ContactPoints");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SecurityLimits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SecurityTallies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Signal = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NppoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecurityTallies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UsedAllowances",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WholeAgainAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsedAllowances", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SecurityTallies_LastAt",
                table: "SecurityTallies",
                column: "LastAt");

            migrationBuilder.CreateIndex(
                name: "IX_SecurityTallies_Signal_AccountId_NppoId",
                table: "SecurityTallies",
                columns: new[] { "Signal", "AccountId", "NppoId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UsedAllowances_WholeAgainAt",
                table: "UsedAllowances",
                column: "WholeAgainAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SecurityTallies");

            migrationBuilder.DropTable(
                name: "UsedAllowances");
        }
    }
}

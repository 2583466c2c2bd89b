using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SearchWords",
                columns: table => new
                {
                    Word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchWords", x => new { x.SubjectId, x.Word });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_SubmittedAt_CountryCode",
                table: "Registrations",
                columns: new[] { "SubmittedAt", "CountryCode" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchWords_Kind_Word_SubjectId",
                table: "SearchWords",
                columns: new[] { "Kind", "Word", "SubjectId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SearchWords");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_SubmittedAt_CountryCode",
                table: "Registrations");
        }
    }
}

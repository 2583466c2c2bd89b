using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class WaitingRegistrationsAndDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Registrations_OpenCountryCode",
                table: "Registrations");

            migrationBuilder.AddColumn<string>(
                name: "SentFrom",
                table: "Registrations",
                type: "character varying(45)",
                maxLength: 45,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sender",
                table: "RegistrationDrafts",
                type: "character varying(45)",
                maxLength: 45,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Size",
                table: "RegistrationDrafts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_OpenCountryCode",
                table: "Registrations",
                column: "OpenCountryCode",
                unique: true,
                filter: "\"OpenCountryCode\" IS NOT NULL AND \"VerifiedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_SentFrom",
                table: "Registrations",
                column: "SentFrom");

            migrationBuilder.Sql("""UPDATE "RegistrationDrafts" SET "Size" = length("Payload");""");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationDrafts_Sender",
                table: "RegistrationDrafts",
                column: "Sender");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Registrations_OpenCountryCode",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_SentFrom",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_RegistrationDrafts_Sender",
                table: "RegistrationDrafts");

            migrationBuilder.DropColumn(
                name: "SentFrom",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "Sender",
                table: "RegistrationDrafts");

            migrationBuilder.DropColumn(
                name: "Size",
                table: "RegistrationDrafts");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_OpenCountryCode",
                table: "Registrations",
                column: "OpenCountryCode",
                unique: true);
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NumberSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Number",
                table: "RegistrationSteps",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql("""
                UPDATE "RegistrationSteps" AS step SET "Number" = (
                    SELECT COUNT(*) FROM "RegistrationSteps" AS earlier
                    WHERE earlier."RegistrationId" = step."RegistrationId"
                        AND (earlier."At" < step."At" OR (earlier."At" = step."At" AND earlier."Id" <= step."Id")))
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Number",
                table: "RegistrationSteps");
        }
    }
}

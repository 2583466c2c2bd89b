using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AgreedExchange : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "AgreedReceives",
                table: "ServedCountries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AgreedSends",
                table: "ServedCountries",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // As SQLite drops a column by itself, without making the table anew.
            migrationBuilder.Sql("""ALTER TABLE "ServedCountries" DROP COLUMN "AgreedReceives";""");
            migrationBuilder.Sql("""ALTER TABLE "ServedCountries" DROP COLUMN "AgreedSends";""");
        }
    }
}

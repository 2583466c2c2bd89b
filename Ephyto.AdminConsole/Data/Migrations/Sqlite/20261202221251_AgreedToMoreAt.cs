using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ephyto.AdminConsole.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AgreedToMoreAt : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AgreedAt",
                table: "ServedCountries",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // As SQLite drops a column by itself: the table made anew would lose the rows that refer to it.
            migrationBuilder.Sql("""ALTER TABLE "ServedCountries" DROP COLUMN "AgreedAt";""");
        }
    }
}

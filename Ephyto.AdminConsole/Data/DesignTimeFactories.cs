using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Ephyto.AdminConsole.Data;

// The migrations tool makes its contexts here; no database is opened. Identity takes the version of its tables from the
// application's services, also where none runs.
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteConsoleDbContext>
{
    public SqliteConsoleDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteConsoleDbContext>()
            .UseSqlite("Data Source=:memory:").UseApplicationServiceProvider(DesignTimeServices.Provider).Options);
}

internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresConsoleDbContext>
{
    public PostgresConsoleDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresConsoleDbContext>()
            .UseNpgsql("Host=localhost").UseApplicationServiceProvider(DesignTimeServices.Provider).Options);
}

internal static class DesignTimeServices
{
    public static IServiceProvider Provider { get; } = new ServiceCollection()
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();
}

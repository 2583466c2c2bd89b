using Ephyto.AdminConsole.Data.Converters;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Data;

/// <summary>
/// The console's store, the same on both databases. One context per operation, from the factory.
/// Each slice configures its own tables (<c>IEntityTypeConfiguration</c>), found here by a scan of the assembly.
/// </summary>
internal abstract class ConsoleDbContext(DbContextOptions options) : IdentityUserContext<ConsoleUser, Guid>(options)
{
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.IgnoreAny<DomainEvent>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<ConsoleUser>().ToTable("Accounts").HasIndex(user => user.NormalizedEmail).IsUnique();
        builder.Entity<ConsoleUser>().Property(user => user.TimeZone).HasMaxLength(64);
        builder.ApplyConfigurationsFromAssembly(typeof(ConsoleDbContext).Assembly);
        foreach (var type in FollowedTexts.Types)
        {
            // Empty in a row of a node that does not know them yet.
            foreach (var column in new[] { FollowedTexts.Texts, FollowedTexts.NameOrder })
                builder.Entity(type).Property<string>(column).IsRequired().HasDefaultValue("");
        }

        foreach (var aggregate in builder.Model.GetEntityTypes()
            .Where(type => typeof(AggregateRoot).IsAssignableFrom(type.ClrType)).ToList())
        {
            var entity = builder.Entity(aggregate.ClrType);
            entity.Property(nameof(AggregateRoot.Id)).ValueGeneratedNever();
            entity.Property(nameof(AggregateRoot.Version)).IsConcurrencyToken();
            entity.Ignore(nameof(AggregateRoot.DomainEvents));
        }
    }
}

internal sealed class SqliteConsoleDbContext(DbContextOptions<SqliteConsoleDbContext> options) : ConsoleDbContext(options);

internal sealed class PostgresConsoleDbContext(DbContextOptions<PostgresConsoleDbContext> options) : ConsoleDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // In the order of characters, as SQLite sorts: the words with one beginning lie side by side.
        builder.Entity<SearchWord>().Property(word => word.Word).UseCollation("C");
        foreach (var type in FollowedTexts.Types) builder.Entity(type).Property<string>(FollowedTexts.NameOrder).UseCollation("C");
    }
}

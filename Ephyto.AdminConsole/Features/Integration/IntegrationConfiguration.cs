using Ephyto.AdminConsole.Data.Converters;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Features.Integration;

internal sealed class IntegrationPathConfiguration : IEntityTypeConfiguration<IntegrationPath>
{
    public void Configure(EntityTypeBuilder<IntegrationPath> builder)
    {
        builder.ToTable("IntegrationPaths");
        builder.Property<IReadOnlyList<StepRecord>?>(nameof(IntegrationPath.Records)).HasJsonConversion().IsRequired();
    }
}

internal sealed class ChannelConfiguration : IEntityTypeConfiguration<Channel>
{
    public void Configure(EntityTypeBuilder<Channel> builder)
    {
        builder.ToTable("Channels");
        builder.Property(channel => channel.Code).HasMaxLength(Channel.LongestCode);
        builder.Property(channel => channel.Name).HasMaxLength(Channel.LongestName);
        builder.HasIndex(channel => channel.Code).IsUnique();
    }
}

internal sealed class ConnectionConfiguration : IEntityTypeConfiguration<Connection>
{
    public void Configure(EntityTypeBuilder<Connection> builder)
    {
        builder.ToTable("Connections");
        builder.Property(connection => connection.Code).HasMaxLength(Connection.LongestCode);
        builder.Ignore(connection => connection.Ref);
        builder.Property<ConnectionSettings?>(nameof(Connection.Settings)).HasJsonConversion().IsRequired();
        // Two who add one at the same instant do not get the same code.
        builder.HasIndex(connection => connection.Code).IsUnique();
        builder.HasIndex(connection => connection.NppoId);
    }
}

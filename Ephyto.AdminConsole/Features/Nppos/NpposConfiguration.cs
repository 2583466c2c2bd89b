using Ephyto.AdminConsole.Data.Converters;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Features.Nppos;

internal sealed class NpposConfiguration : IEntityTypeConfiguration<Nppo>
{
    public void Configure(EntityTypeBuilder<Nppo> builder)
    {
        builder.ToTable("Nppos");
        builder.Property(n => n.CountryCode).HasMaxLength(2);
        builder.Property(n => n.CurrentCountryCode).HasMaxLength(2);
        builder.ComplexProperty(n => n.Organization);
        builder.Property(n => n.Offer).HasJsonConversion();
        builder.Property<IReadOnlyList<NppoChange>?>(nameof(Nppo.Changes)).HasJsonConversion().IsRequired().HasDefaultValueSql("'[]'");
        builder.Property(n => n.Serving).HasJsonConversion();
        builder.Ignore(n => n.ServedBy);
        builder.HasIndex(n => n.CurrentCountryCode).IsUnique();
        builder.HasIndex(n => n.RegistrationId).IsUnique();
    }
}

using Ephyto.Domain.Connections;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Features.Serving;

internal sealed class ServingConfiguration : IEntityTypeConfiguration<ServedCountry>
{
    public void Configure(EntityTypeBuilder<ServedCountry> builder)
    {
        builder.ToTable("ServedCountries");
        builder.Property(serving => serving.ConnectionCode).HasMaxLength(Connection.LongestCode);
        builder.Property(serving => serving.CountryCode).HasMaxLength(2);
        builder.Property(serving => serving.OpenCountryCode).HasMaxLength(2);
        builder.Ignore(serving => serving.IsOpen);
        builder.Ignore(serving => serving.Serves);
        builder.Ignore(serving => serving.Agreed);
        builder.Ignore(serving => serving.Told);
        // Two who name the same country at the same instant do not both ask its contact point.
        builder.HasIndex(serving => serving.OpenCountryCode).IsUnique();
        builder.HasIndex(serving => serving.NppoId);
        builder.HasIndex(serving => serving.CountryCode);
    }
}

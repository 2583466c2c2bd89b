using Ephyto.Domain.Countries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Features.ContactPoints;

internal sealed class CountryPartiesConfiguration : IEntityTypeConfiguration<CountryParty>
{
    public void Configure(EntityTypeBuilder<CountryParty> builder)
    {
        builder.ToTable("CountryParties");
        builder.Property(c => c.CountryCode).HasMaxLength(2);
        builder.Property(c => c.TerritoryOf).HasMaxLength(2);
        builder.Ignore(c => c.Party);
        builder.HasIndex(c => c.CountryCode).IsUnique();
    }
}

using Ephyto.Domain.ContactPoints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Features.ContactPoints;

internal sealed class ContactPointsConfiguration : IEntityTypeConfiguration<ContactPoint>
{
    public void Configure(EntityTypeBuilder<ContactPoint> builder)
    {
        builder.ToTable("ContactPoints");
        builder.Property(c => c.CountryCode).HasMaxLength(2);
        builder.Property(c => c.CurrentCountryCode).HasMaxLength(2);
        builder.ComplexProperty(c => c.Details, details => details.Ignore(d => d.FullName));
        builder.Ignore(c => c.MayConfirmAlone);
        builder.Ignore(c => c.AsOf);
        builder.HasIndex(c => c.CurrentCountryCode).IsUnique();
        builder.HasIndex(c => new { c.CountryCode, c.ValidFrom });
    }
}

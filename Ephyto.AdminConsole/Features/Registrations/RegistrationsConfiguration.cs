using Ephyto.AdminConsole.Data.Converters;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Features.Registrations;

internal sealed class RegistrationsConfiguration : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.ToTable("Registrations");
        builder.Property(r => r.Kind).HasDefaultValue(RegistrationKind.Membership);
        builder.Property(r => r.Reference).HasMaxLength(30);
        builder.Property(r => r.CountryCode).HasMaxLength(2);
        builder.Property(r => r.OpenCountryCode).HasMaxLength(2);
        builder.Property(r => r.ComparisonCode).HasMaxLength(6);
        builder.ComplexProperty(r => r.Organization);
        builder.ComplexProperty(r => r.Representative, person => person.Ignore(p => p.FullName));
        builder.Property(r => r.Asked).HasJsonConversion();
        builder.Property(r => r.DecidedBy).HasJsonConversion();
        builder.Property(r => r.SentFrom).HasMaxLength(45);
        builder.Property(r => r.DraftKey).HasMaxLength(64);
        builder.Ignore(r => r.IsSelfConfirmation).Ignore(r => r.IsOpen).Ignore(r => r.IsUnverified).Ignore(r => r.ContactPointMayDecide)
            .Ignore(r => r.ContactPointMayAsk);
        builder.Ignore(r => r.Grounds).Ignore(r => r.MayBeContested);
        builder.HasMany(r => r.Steps).WithOne().HasForeignKey("RegistrationId").OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(r => r.Steps).AutoInclude();

        // One verified and open registration per country. Those that wait for verification hold nothing.
        builder.HasIndex(r => r.OpenCountryCode).IsUnique().HasFilter("\"OpenCountryCode\" IS NOT NULL AND \"VerifiedAt\" IS NOT NULL");
        builder.HasIndex(r => r.DraftKey).IsUnique().HasFilter("\"DraftKey\" IS NOT NULL");
        builder.HasIndex(r => r.SentFrom);
        builder.HasIndex(r => r.Reference).IsUnique();
        builder.HasIndex(r => new { r.Status, r.SubmittedAt });
        builder.HasIndex(r => r.NextStepAt);
        builder.HasIndex(r => new { r.SubmittedAt, r.Status });
        // By region, the newest first: the countries are read from the index on the way.
        builder.HasIndex(r => new { r.SubmittedAt, r.CountryCode });
        builder.HasIndex(r => new { r.Status, r.DecidedAt, r.SubmittedAt });
    }
}

internal sealed class RegistrationStepConfiguration : IEntityTypeConfiguration<RegistrationStep>
{
    public void Configure(EntityTypeBuilder<RegistrationStep> builder)
    {
        builder.ToTable("RegistrationSteps");
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Code).HasMaxLength(80);
        builder.Property(step => step.Reason).HasMaxLength(40);
        builder.HasIndex(step => step.At);
    }
}

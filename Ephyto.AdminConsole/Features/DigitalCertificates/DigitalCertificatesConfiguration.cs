using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Features.DigitalCertificates;

internal sealed class BurntKeyConfiguration : IEntityTypeConfiguration<BurntKey>
{
    public void Configure(EntityTypeBuilder<BurntKey> builder)
    {
        builder.ToTable("BurntKeys");
        builder.HasKey(key => key.PublicKeyHash);
        builder.Property(key => key.PublicKeyHash).HasMaxLength(DigitalCertificatesConfiguration.Sha256Digits);
    }
}

internal sealed class DigitalCertificatesConfiguration : IEntityTypeConfiguration<DigitalCertificate>
{
    public const int Sha256Digits = 64;

    public void Configure(EntityTypeBuilder<DigitalCertificate> builder)
    {
        builder.ToTable("DigitalCertificates");
        builder.Property(c => c.Description).HasMaxLength(DigitalCertificate.MaximumDescription);
        builder.Property(c => c.Words).HasMaxLength(FreeText.MaximumWords);
        builder.Property(c => c.ConnectionCode).HasMaxLength(Connection.LongestCode);
        builder.HasIndex(c => c.ConnectionId);
        builder.Ignore(c => c.IsInUse).Ignore(c => c.IsOpen).Ignore(c => c.WasTakenBack);
        builder.OwnsOne(c => c.Facts, facts =>
        {
            facts.Property(f => f.Subject).HasMaxLength(CertificateFacts.MaximumName);
            facts.Property(f => f.Issuer).HasMaxLength(CertificateFacts.MaximumName);
            facts.Property(f => f.SerialNumber).HasMaxLength(CertificateFacts.MaximumSerialNumber);
            facts.Property(f => f.Thumbprint).HasMaxLength(Sha256Digits);
            facts.Property(f => f.PublicKeyHash).HasMaxLength(Sha256Digits);
            facts.Property(f => f.SignatureAlgorithm).HasMaxLength(CertificateFacts.MaximumAlgorithm);
            facts.Property(f => f.Country).HasMaxLength(CertificateFacts.MaximumCountry);
            facts.HasIndex(f => f.PublicKeyHash);
            // By it the Hub knows who calls.
            facts.HasIndex(f => f.Thumbprint);
        });
        builder.Navigation(c => c.Facts).IsRequired();
        builder.HasOne<Nppo>().WithMany().HasForeignKey(c => c.NppoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.DueAt);
    }
}

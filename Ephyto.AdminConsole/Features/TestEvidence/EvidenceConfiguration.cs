using Ephyto.AdminConsole.Data.Converters;
using Ephyto.AdminConsole.Features.TestEvidence.Signing;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.TestEvidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Features.TestEvidence;

internal sealed class TakenEvidenceConfiguration : IEntityTypeConfiguration<TakenEvidence>
{
    public void Configure(EntityTypeBuilder<TakenEvidence> builder)
    {
        builder.ToTable("TakenEvidence");
        builder.Ignore(evidence => evidence.IsThere);
        builder.Property(evidence => evidence.KeyId).HasMaxLength(TakenEvidence.LongestKeyId);
        builder.Property(evidence => evidence.Console).HasMaxLength(TakenEvidence.LongestConsole);
        builder.Property<IReadOnlyList<ProvenStep>?>(nameof(TakenEvidence.Steps)).HasJsonConversion().IsRequired();
        builder.Property<IReadOnlyList<string>?>(nameof(TakenEvidence.Connections)).HasJsonConversion().IsRequired();
        builder.HasOne<Nppo>().WithOne().HasForeignKey<TakenEvidence>(evidence => evidence.Id).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TestKeyConfiguration : IEntityTypeConfiguration<TestKey>
{
    private const int Sha256Digits = 64;

    public void Configure(EntityTypeBuilder<TestKey> builder)
    {
        builder.ToTable("TestKeys");
        builder.HasKey(key => new { key.NppoId, key.Hash });
        builder.Property(key => key.Hash).HasMaxLength(Sha256Digits);
        builder.HasOne<Nppo>().WithMany().HasForeignKey(key => key.NppoId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class EvidenceKeyConfiguration : IEntityTypeConfiguration<EvidenceKey>
{
    public void Configure(EntityTypeBuilder<EvidenceKey> builder)
    {
        builder.ToTable("EvidenceKeys");
        builder.HasKey(key => key.Name);
        builder.Property(key => key.Name).HasMaxLength(EvidenceKey.LongestName);
    }
}

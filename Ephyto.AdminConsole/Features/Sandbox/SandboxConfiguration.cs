using Ephyto.AdminConsole.Data.Converters;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Features.Sandbox;

internal sealed class SandboxEnvelopeConfiguration : IEntityTypeConfiguration<SandboxEnvelope>
{
    public void Configure(EntityTypeBuilder<SandboxEnvelope> builder)
    {
        builder.ToTable("SandboxEnvelopes");
        builder.Ignore(e => e.IsPending);
        builder.Property(e => e.TrackingNumber).HasMaxLength(SandboxEnvelope.MaximumTrackingNumber);
        builder.Property(e => e.CopyOf).HasMaxLength(SandboxEnvelope.MaximumTrackingNumber);
        builder.Property(e => e.From).HasMaxLength(SandboxEnvelope.MaximumCode);
        builder.Property(e => e.To).HasMaxLength(SandboxEnvelope.MaximumCode);
        builder.Property(e => e.CertificateNumber).HasMaxLength(SandboxEnvelope.MaximumCertificateNumber);
        builder.Property(e => e.Words).HasMaxLength(SandboxEnvelope.MaximumWords);
        builder.Property<IReadOnlyList<SandboxForwarding>?>(nameof(SandboxEnvelope.Forwardings)).HasJsonConversion().IsRequired();
        builder.HasIndex(e => e.TrackingNumber).IsUnique();
        // What a connection is offered at every poll.
        builder.HasIndex(e => new { e.To, e.State, e.SentAt });
        // The lists of the pages, the quotas, and what is too old.
        builder.HasIndex(e => new { e.FromNppoId, e.SentAt });
        builder.HasIndex(e => new { e.ToNppoId, e.SentAt });
        builder.HasIndex(e => e.SentAt);
        builder.HasIndex(e => e.PartnerAnswersAt);
    }
}

internal sealed class SandboxCallConfiguration : IEntityTypeConfiguration<SandboxCall>
{
    private const int Sha256Digits = 64;

    public void Configure(EntityTypeBuilder<SandboxCall> builder)
    {
        builder.ToTable("SandboxCalls");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.ConnectionCode).HasMaxLength(SandboxEnvelope.MaximumCode);
        builder.Property(c => c.Operation).HasMaxLength(SandboxCall.MaximumOperation);
        builder.Property(c => c.TrackingNumber).HasMaxLength(SandboxEnvelope.MaximumTrackingNumber);
        builder.Property(c => c.Thumbprint).HasMaxLength(Sha256Digits);
        builder.Property(c => c.CertificateSubject).HasMaxLength(SandboxCall.MaximumSubject);
        builder.Property<IReadOnlyList<SandboxExplanation>?>(nameof(SandboxCall.Explanations)).HasJsonConversion().IsRequired();
        // The newest first, of all and of an organization.
        builder.HasIndex(c => c.At);
        builder.HasIndex(c => new { c.NppoId, c.At });
        // The history of an envelope.
        builder.HasIndex(c => c.TrackingNumber);
    }
}

internal sealed class SandboxMilestoneConfiguration : IEntityTypeConfiguration<SandboxMilestone>
{
    public void Configure(EntityTypeBuilder<SandboxMilestone> builder)
    {
        builder.ToTable("SandboxMilestones");
        builder.HasKey(m => new { m.NppoId, m.Kind });
        builder.Property(m => m.ConnectionCode).HasMaxLength(SandboxEnvelope.MaximumCode);
        builder.Property(m => m.TrackingNumber).HasMaxLength(SandboxEnvelope.MaximumTrackingNumber);
        builder.Property(m => m.Thumbprint).HasMaxLength(64);
        builder.HasOne<Nppo>().WithMany().HasForeignKey(m => m.NppoId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SandboxPushConfiguration : IEntityTypeConfiguration<SandboxPush>
{
    public void Configure(EntityTypeBuilder<SandboxPush> builder)
    {
        builder.ToTable("SandboxPushes");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.ConnectionCode).HasMaxLength(SandboxEnvelope.MaximumCode);
        builder.Property(p => p.TrackingNumber).HasMaxLength(SandboxEnvelope.MaximumTrackingNumber);
        // What is due, and what of it at one address.
        builder.HasIndex(p => p.NextAt);
        builder.HasIndex(p => new { p.ConnectionCode, p.NextAt });
        builder.HasOne<Nppo>().WithMany().HasForeignKey(p => p.NppoId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SandboxIdentityConfiguration : IEntityTypeConfiguration<SandboxIdentity>
{
    public void Configure(EntityTypeBuilder<SandboxIdentity> builder)
    {
        builder.ToTable("SandboxIdentities");
        builder.HasKey(i => i.Name);
        builder.Property(i => i.Name).HasMaxLength(SandboxIdentity.MaximumName);
    }
}

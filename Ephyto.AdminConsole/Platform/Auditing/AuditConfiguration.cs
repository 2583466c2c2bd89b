using Ephyto.Domain.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Platform.Auditing;

/// <summary>
/// An index for each way of asking, each ending in the number, so that a page is read from its end and nothing is sorted.
/// </summary>
internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.Property(entry => entry.Code).HasMaxLength(80);
        builder.Property(entry => entry.SubjectKind).HasMaxLength(40);
        builder.Property(entry => entry.PreviousHash).HasMaxLength(64);
        builder.Property(entry => entry.Hash).HasMaxLength(64);
        builder.Ignore(entry => entry.IsIntact);
        builder.HasIndex(entry => new { entry.SubjectKind, entry.SubjectId, entry.Sequence });
        builder.HasIndex(entry => new { entry.NppoId, entry.Sequence });
        builder.HasIndex(entry => new { entry.ActorKind, entry.ActorId, entry.Sequence });
        builder.HasIndex(entry => new { entry.Code, entry.Sequence });
        builder.HasIndex(entry => new { entry.At, entry.Sequence });
    }
}

internal sealed class AuditSubjectConfiguration : IEntityTypeConfiguration<AuditSubject>
{
    public void Configure(EntityTypeBuilder<AuditSubject> builder)
    {
        builder.ToTable("AuditSubjects");
        builder.HasKey(subject => new { subject.Kind, subject.SubjectId, subject.Sequence });
        builder.Property(subject => subject.Kind).HasMaxLength(40);
        builder.HasIndex(subject => subject.Sequence);
    }
}

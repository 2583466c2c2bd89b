using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Platform.Email;

internal sealed class OutgoingEmailConfiguration : IEntityTypeConfiguration<OutgoingEmail>
{
    public void Configure(EntityTypeBuilder<OutgoingEmail> builder)
    {
        builder.ToTable("OutgoingEmails");
        builder.Property(e => e.Kind).HasMaxLength(80);
        builder.Property(e => e.SubjectKind).HasMaxLength(40);
        builder.Property(e => e.To).HasMaxLength(254);
        builder.Property(e => e.Language).HasMaxLength(2);
        builder.HasIndex(e => new { e.State, e.NextAttemptAt });
        builder.HasIndex(e => new { e.SubjectKind, e.SubjectId, e.QueuedAt });
    }
}

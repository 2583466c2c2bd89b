using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Platform.Emails;

internal sealed class OutgoingEmailConfiguration : IEntityTypeConfiguration<OutgoingEmail>
{
    public void Configure(EntityTypeBuilder<OutgoingEmail> builder)
    {
        builder.ToTable("OutgoingEmails");
        builder.Property(e => e.Kind).HasMaxLength(80);
        builder.Property(e => e.SubjectKind).HasMaxLength(40);
        builder.Property(e => e.To).HasMaxLength(254);
        builder.Property(e => e.Language).HasMaxLength(2);
        // A claim by a dispatcher is no save of the aggregate; whoever saves one must have seen it.
        builder.Property(e => e.ClaimedUntil).IsConcurrencyToken();
        builder.HasIndex(e => new { e.State, e.NextAttemptAt });
        builder.HasIndex(e => new { e.SubjectKind, e.SubjectId, e.QueuedAt });
        // The list: the newest first, of all, of a state, of a kind.
        builder.HasIndex(e => e.QueuedAt);
        builder.HasIndex(e => e.SentAt);
        // How e-mails to one address fared: asked of every contact point, whenever a desk is read.
        builder.HasIndex(e => new { e.To, e.State, e.QueuedAt });
        builder.HasIndex(e => new { e.State, e.QueuedAt });
        builder.HasIndex(e => new { e.Kind, e.QueuedAt });
    }
}

internal sealed class SendingSwitchConfiguration : IEntityTypeConfiguration<SendingSwitch>
{
    public void Configure(EntityTypeBuilder<SendingSwitch> builder)
    {
        builder.ToTable("SendingSwitch");
        builder.Property(s => s.Reason).HasMaxLength(SendingSwitch.MaximumReason);
        // There from the first start, so that two officers who pause at once meet on one row.
        builder.HasData(new { Id = SendingSwitch.TheOne, Version = 0 });
    }
}

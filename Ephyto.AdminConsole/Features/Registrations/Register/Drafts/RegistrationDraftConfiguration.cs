using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Features.Registrations.Register.Drafts;

internal sealed class RegistrationDraftConfiguration : IEntityTypeConfiguration<RegistrationDraft>
{
    public void Configure(EntityTypeBuilder<RegistrationDraft> builder)
    {
        builder.ToTable("RegistrationDrafts");
        builder.HasKey(draft => draft.Key);
        builder.Property(draft => draft.Key).HasMaxLength(64);
        builder.Property(draft => draft.Sender).HasMaxLength(45);
        builder.HasIndex(draft => draft.UpdatedAt);
        builder.HasIndex(draft => draft.Sender);
    }
}

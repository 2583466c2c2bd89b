using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Features.Registrations.Staff;

internal sealed class StaffNoteConfiguration : IEntityTypeConfiguration<StaffNote>
{
    public void Configure(EntityTypeBuilder<StaffNote> builder)
    {
        builder.ToTable("StaffNotes");
        builder.HasIndex(note => new { note.RegistrationId, note.WrittenAt });
    }
}

internal sealed class EvidenceFileConfiguration : IEntityTypeConfiguration<EvidenceFile>
{
    public void Configure(EntityTypeBuilder<EvidenceFile> builder)
    {
        builder.ToTable("EvidenceFiles");
        builder.Property(file => file.Name).HasMaxLength(200);
        builder.Property(file => file.ContentType).HasMaxLength(40);
        builder.Property(file => file.Hash).HasMaxLength(64);
        builder.HasIndex(file => new { file.RegistrationId, file.AttachedAt });
    }
}

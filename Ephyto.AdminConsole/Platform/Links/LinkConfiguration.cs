using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Platform.Links;

internal sealed class LinkConfiguration : IEntityTypeConfiguration<AccessLink>
{
    public void Configure(EntityTypeBuilder<AccessLink> builder)
    {
        builder.ToTable("AccessLinks");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.SecretHash).HasMaxLength(64);
        builder.HasIndex(link => link.SecretHash).IsUnique();
        builder.HasIndex(link => new { link.SubjectId, link.Purpose });
    }
}

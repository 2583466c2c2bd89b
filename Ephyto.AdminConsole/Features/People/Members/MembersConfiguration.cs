using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Features.People.Members;

internal sealed class MembersConfiguration : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("Members");
        builder.Property(m => m.Language).HasMaxLength(2);
        builder.Property(m => m.Email).HasMaxLength(254);
        builder.Property(m => m.SentFrom).HasMaxLength(45);
        builder.ComplexProperty(m => m.Person, person => person.Ignore(p => p.FullName));
        // Rows from before there were ends of roles.
        builder.Property(m => m.RoleEndNotice).HasDefaultValue(RoleEndNotice.None);
        builder.HasIndex(m => m.CurrentKey).IsUnique();
        builder.HasIndex(m => new { m.NppoId, m.Status });
        builder.HasIndex(m => m.UserId);
        builder.HasIndex(m => m.RoleLastDay);
        builder.HasIndex(m => new { m.Status, m.StatusSince });
    }
}

using Ephyto.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Features.People.Staff;

internal sealed class HubUsersConfiguration : IEntityTypeConfiguration<HubUser>
{
    public void Configure(EntityTypeBuilder<HubUser> builder)
    {
        builder.ToTable("HubUsers");
        builder.Property(u => u.Email).HasMaxLength(254);
        builder.Property(u => u.CurrentKey).HasMaxLength(254);
        builder.Property(u => u.Language).HasMaxLength(2);
        builder.HasIndex(u => u.CurrentKey).IsUnique();
        builder.HasIndex(u => u.UserId);
    }
}

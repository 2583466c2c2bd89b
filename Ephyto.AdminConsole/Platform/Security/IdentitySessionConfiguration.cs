using Ephyto.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Platform.Security;

internal sealed class IdentitySessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.ToTable("Sessions");
        builder.Property(session => session.Browser).HasMaxLength(60);
        builder.Property(session => session.Address).HasMaxLength(60);
        builder.HasIndex(session => new { session.UserId, session.EndedAt });
    }
}

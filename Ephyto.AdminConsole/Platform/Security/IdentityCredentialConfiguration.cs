using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Ephyto.AdminConsole.Platform.Security;

internal sealed class IdentityCredentialConfiguration : IEntityTypeConfiguration<AccountSecurity>, IEntityTypeConfiguration<RecoveryCode>,
    IEntityTypeConfiguration<EmailChange>
{
    public void Configure(EntityTypeBuilder<AccountSecurity> builder)
    {
        builder.ToTable("AccountSecurity");
        builder.Property(security => security.AuthenticatorKey).HasMaxLength(512);
        builder.Ignore(security => security.HasAuthenticator);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("RecoveryCodes");
        builder.HasKey(code => new { code.UserId, code.Hash });
        builder.Property(code => code.Hash).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<EmailChange> builder)
    {
        builder.ToTable("EmailChanges");
        builder.Property(change => change.Id).ValueGeneratedNever();
        builder.Property(change => change.NewEmail).HasMaxLength(254);
        // Both say yes at the same moment: one of them is told to try again, and then makes it complete.
        builder.Property(change => change.OldConfirmedAt).IsConcurrencyToken();
        builder.Property(change => change.NewConfirmedAt).IsConcurrencyToken();
        builder.HasIndex(change => change.UserId);
    }
}

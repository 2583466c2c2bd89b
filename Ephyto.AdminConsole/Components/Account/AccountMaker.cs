using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>
/// Makes accounts for whoever proved their address by a secret link. It does not go through <c>UserManager</c>, which has a
/// database connection of its own: the account joins the transaction that uses up the link.
/// </summary>
internal sealed class AccountMaker(ILookupNormalizer normalizer, IPasswordHasher<ConsoleUser> hasher, TimeProvider time)
{
    public ConsoleUser Make(EmailAddress email, string displayName, string language, string password)
    {
        var user = new ConsoleUser
        {
            UserName = email.Value,
            NormalizedUserName = normalizer.NormalizeName(email.Value),
            Email = email.Value,
            NormalizedEmail = normalizer.NormalizeEmail(email.Value),
            EmailConfirmed = true,
            LockoutEnabled = true,
            DisplayName = PersonName.Of(displayName),
            Language = language,
            CreatedAt = time.GetUtcNow().UtcDateTime,
        };
        SetPassword(user, password);
        return user;
    }

    /// <summary>Every session that was open with the old password ends.</summary>
    public void SetPassword(ConsoleUser user, string password)
    {
        user.PasswordHash = hasher.HashPassword(user, password);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
    }

    public string Normalize(string email) => normalizer.NormalizeEmail(email);
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <param name="AuthenticatorSince">Null without an authenticator app.</param>
/// <param name="Passkeys">How many.</param>
/// <param name="RecoveryCodes">How many are left.</param>
/// <param name="IsRequired">By the person's role.</param>
internal sealed record SecondFactorView(DateTime? AuthenticatorSince, int Passkeys, int RecoveryCodes, bool IsRequired)
{
    public bool HasAny => AuthenticatorSince is not null || Passkeys > 0;
}

/// <summary>How the person who asks stands with second factors.</summary>
internal sealed class ViewSecondFactor(IDbContextFactory<ConsoleDbContext> contexts, IOptions<SecurityOptions> security)
{
    public async Task<SecondFactorView> HandleAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ReadAsync(db, actor.Id, security.Value, ct);
    }

    public static async Task<SecondFactorView> ReadAsync(ConsoleDbContext db, Guid userId, SecurityOptions security, CancellationToken ct)
    {
        var since = await db.Set<AccountSecurity>().Where(s => s.Id == userId && s.AuthenticatorKey != null)
            .Select(s => s.AuthenticatorSince).SingleOrDefaultAsync(ct);
        var passkeys = await db.UserPasskeys.CountAsync(p => p.UserId == userId, ct);
        var codes = await db.Set<RecoveryCode>().CountAsync(c => c.UserId == userId, ct);
        var required = security.RequireSecondFactor == true
            && await IdentityAccess.ReadAsync(db, userId, null, ct) is { NeedsSecondFactor: true };
        return new(since, passkeys, codes, required);
    }
}

using System.Security.Claims;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Field.Access;

/// <summary>Adds the name, the hub role and the memberships to the cookie, so that the menu shows what is of use.</summary>
internal sealed class ConsoleClaimsFactory(
    UserManager<ConsoleUser> users, IOptions<IdentityOptions> options, IOptions<SecurityOptions> security,
    IDbContextFactory<ConsoleDbContext> contexts)
    : UserClaimsPrincipalFactory<ConsoleUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(ConsoleUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        await using var db = await contexts.CreateDbContextAsync();
        if (await IdentityAccess.ReadAsync(db, user.Id, sessionId: null, CancellationToken.None) is { } access)
            identity.AddClaims(access.ToClaims(security.Value.RequireSecondFactor == true));
        return identity;
    }
}

using System.Security.Claims;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>Adds the name, the hub role and the memberships to the cookie, so that the menu shows what is of use.</summary>
internal sealed class ConsoleClaimsFactory(
    UserManager<ConsoleUser> users, IOptions<IdentityOptions> options, IDbContextFactory<ConsoleDbContext> contexts)
    : UserClaimsPrincipalFactory<ConsoleUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(ConsoleUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        await using var db = await contexts.CreateDbContextAsync();
        identity.AddClaim(new Claim(ConsoleClaims.DisplayName, user.DisplayName));
        if (await db.HubRoleOfAsync(Actor.User(user.Id), CancellationToken.None) is { } role)
            identity.AddClaim(new Claim(ConsoleClaims.HubRole, role.ToString()));
        var memberships = await db.RightfulMembers().Where(m => m.UserId == user.Id).Select(m => new { m.NppoId, m.Role }).ToListAsync();
        identity.AddClaims(memberships.Select(m => new Claim(ConsoleClaims.Membership, $"{m.NppoId:N}:{m.Role}")));
        return identity;
    }
}

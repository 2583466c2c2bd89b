using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>The rules for passwords at the one gate that every change through Identity passes.</summary>
internal sealed class IdentityPasswordValidator(IDbContextFactory<ConsoleDbContext> contexts) : IPasswordValidator<ConsoleUser>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<ConsoleUser> manager, ConsoleUser user, string? password)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var organizations = await db.Set<Member>().Where(m => m.UserId == user.Id)
            .Join(db.Set<Nppo>(), m => m.NppoId, n => n.Id, (m, n) => n.Organization.Name).ToListAsync();
        return IdentityPasswordRules.Refuse(password, [user.Email, user.DisplayName, .. organizations]) is { } refusal
            ? IdentityResult.Failed(new IdentityError { Code = refusal.Code, Description = refusal.Sentence })
            : IdentityResult.Success;
    }
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

internal sealed record ResetPasswordRequest(Guid LinkId, string? Password);

/// <summary>Sets a new password by the link in an e-mail. All sessions of the account end, and its owner is told.</summary>
internal sealed class ResetPassword(
    IDbContextFactory<ConsoleDbContext> contexts, LinkUse links, AccountMaker accounts, IdentityPersonalWords words,
    IdentitySessions sessions, TimeProvider time)
{
    public async Task<Result<Guid>> HandleAsync(ResetPasswordRequest request, CancellationToken ct)
    {
        if (await OwnerAsync(request.LinkId, ct) is not { } owner) return LinkErrors.NotUsable;
        if (IdentityPasswordRules.Refuse(request.Password, await words.OfAsync(owner.Email, ct)) is { } refusal) return refusal;

        accounts.SetPassword(owner, request.Password!);
        return await links.ConsumeAsync<Guid>(request.LinkId, LinkPurpose.ResetPassword, async (db, link) =>
        {
            var user = await db.Users.SingleAsync(u => u.Id == link.SubjectId, ct);
            (user.PasswordHash, user.SecurityStamp, user.ConcurrencyStamp) = (owner.PasswordHash, owner.SecurityStamp,
                Guid.NewGuid().ToString());
            await sessions.EndAllAsync(db, user.Id, except: null, SessionEnd.CredentialChanged, Actor.User(user.Id), ct);
            (await db.SecurityOfAsync(user.Id, ct)).NotePassword(Actor.User(user.Id), time.GetUtcNow().UtcDateTime);
            return await db.TrySaveAsync(ct) is { } changed ? changed : user.Id;
        }, ct);
    }

    private async Task<Data.Identity.ConsoleUser?> OwnerAsync(Guid linkId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<AccessLink>().Where(l => l.Id == linkId && l.Purpose == LinkPurpose.ResetPassword)
            .Join(db.Users, l => l.SubjectId, u => u.Id, (l, u) => u).AsNoTracking().SingleOrDefaultAsync(ct);
    }
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <summary>
/// What every change of a means of signing in has in common: the person's other sessions end, and all or nothing is saved.
/// The events tell the person by e-mail (<see cref="Reactions.TellOwner"/>).
/// </summary>
internal sealed class CredentialChange(ConsoleDbContext db, AccountProof proof, IdentitySessions sessions, TimeProvider time)
{
    public ConsoleDbContext Db => db;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The account of the person who acts.</summary>
    public async Task<ConsoleUser?> OwnerAsync(Actor actor, CancellationToken ct) =>
        actor.Kind == ActorKind.User ? await db.Users.SingleOrDefaultAsync(u => u.Id == actor.Id, ct) : null;

    public async Task<DomainError?> RefuseUnprovenAsync(ConsoleUser user, string? passwordOrCode, CancellationToken ct) =>
        await proof.IsPasswordOrCodeAsync(user, passwordOrCode, ct) ? null : AccountErrors.NotProven;

    /// <summary>Other sessions than the one to keep end with the save, and no cookie of before fits any more.</summary>
    public async Task PrepareAsync(ConsoleUser user, Actor actor, Guid? keep, CancellationToken ct)
    {
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        await sessions.EndAllAsync(db, user.Id, keep, SessionEnd.CredentialChanged, actor, ct);
    }

    public async Task<DomainError?> SaveAsync(ConsoleUser user, Actor actor, Guid? keep, CancellationToken ct)
    {
        await PrepareAsync(user, actor, keep, ct);
        return await db.TrySaveAsync(ct);
    }
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <summary>What every act on a member shares: the right is read from the store, the act done once, the save told apart from another's.</summary>
internal sealed class MemberAct(IDbContextFactory<ConsoleDbContext> contexts, MailLimits limits, TimeProvider time)
{
    /// <param name="seen">On whom.</param>
    /// <param name="permission">What the actor needs in the member's organisation.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="act">The domain's method, with the moment.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="door">Where the act writes to an address that somebody typed, by which way.</param>
    /// <param name="reader">That address; null for the member's own.</param>
    public async Task<Result<MemberStatus>> ActAsync(
        SeenMember seen, Permission permission, Actor actor, Func<Member, DateTime, Result> act, CancellationToken ct,
        MailDoor? door = null, string? reader = null)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // A stranger hears the same about a member who exists and one who does not.
        if (await db.Set<Member>().SingleOrDefaultAsync(m => m.Id == seen.Id, ct) is not { } member) return AccessErrors.NotAllowed;
        if (await db.RefuseOnNppoAsync(actor, permission, member.NppoId, ct) is { } refusal) return refusal;

        if (member.Version != seen.Version) return AccessErrors.ChangedMeanwhile;
        if (door is { } way && !await limits.AllowAsync(way, reader ?? member.Email, actor.Id.ToString(), ct)) return EmailErrors.TooMany;
        if (act(member, time.GetUtcNow().UtcDateTime).Error is { } impossible) return impossible;
        try
        {
            return await db.TrySaveAsync(ct) is { } changed ? changed : member.Status;
        }
        catch (DbUpdateException taken) when (taken.IsConflict())
        {
            // The address belongs to somebody else by now.
            return MemberErrors.AlreadyMember;
        }
    }
}

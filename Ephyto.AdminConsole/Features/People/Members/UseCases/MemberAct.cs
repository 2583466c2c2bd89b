using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <summary>
/// What every act on a member shares: the right is read from the store, the act done once, the save told apart from another's.
/// </summary>
internal sealed class MemberAct(Changes changes, EmailLimits limits)
{
    /// <param name="seen">On whom.</param>
    /// <param name="permission">What the actor needs in the member's organization.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="act">The domain's method, with the moment.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="cause">Where the act writes to an address that somebody typed, by which way.</param>
    /// <param name="reader">That address; null for the member's own.</param>
    public Task<Result<MemberStatus>> ActAsync(
        SeenMember seen, Permission permission, Actor actor, Func<Member, DateTime, Result> act, CancellationToken ct,
        EmailCause? cause = null, string? reader = null) => changes.MakeAsync(
        new Change<Member>(seen.Id)
        {
            // A stranger hears the same about a member who exists and one who does not.
            Missing = AccessErrors.NotAllowed,
            GuardOf = (db, member, cancel) => db.RefuseOnNppoAsync(actor, permission, member.NppoId, cancel),
            SeenVersion = seen.Version,
            // The address belongs to somebody else by now.
            Taken = MemberErrors.AlreadyMember,
        },
        async (_, member, now) => cause is { } way && !await limits.AllowAsync(way, reader ?? member.Email, actor.Id.ToString(), ct)
            ? EmailErrors.TooMany : act(member, now),
        (_, member) => member.Status,
        ct);
}

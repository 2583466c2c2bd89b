using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.Domain.Members;

/// <summary>From the invitation, by whatever way it came about, to its end.</summary>
public sealed partial class Member
{
    /// <param name="nppoId">Into which organization.</param>
    /// <param name="email">Of the colleague.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="role">For the colleague.</param>
    /// <param name="invitedBy">The account of the administrator.</param>
    /// <param name="now">UTC.</param>
    /// <param name="lastDay">The last day of the role; it lies ahead, which the caller has asked with <see cref="IsOver"/>.</param>
    public static Member Invite(
        Guid nppoId, EmailAddress email, string language, NppoRole role, Guid invitedBy, DateTime now, DateOnly? lastDay = null)
    {
        var member = Make(Guid.CreateVersion7(), nppoId, PersonDetails.Unknown, email.Value, language, role, MemberStatus.Invited, now);
        (member.InvitedBy, member.ChangedBy) = (invitedBy, invitedBy);
        member.Grant(role, lastDay, now);
        member.Raise(new MemberInvited(member.Id, nppoId, role, Actor.User(invitedBy), now));
        return member;
    }

    /// <summary>A request to join becomes an invitation with a role.</summary>
    public Result Admit(NppoRole role, Guid by, DateTime now, DateOnly? lastDay = null)
    {
        if (Status != MemberStatus.JoinRequested) return MemberErrors.NotPossibleNow;
        if (IsOver(lastDay, now)) return MemberErrors.EndNotAhead;

        Grant(role, lastDay, now);
        (InvitedBy, ChangedBy) = (by, by);
        MoveTo(MemberStatus.Invited, now);
        Raise(new MemberInvited(Id, NppoId, role, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>The person followed the link and has an account now.</summary>
    public Result Activate(Guid userId, PersonDetails person, DateTime now)
    {
        if (Status != MemberStatus.Invited) return MemberErrors.NotPossibleNow;
        if (person.Fault is { } fault) return fault;

        (UserId, Person) = (userId, person);
        MoveTo(MemberStatus.Active, now);
        Raise(new MemberActivated(Id, NppoId, userId, Actor.Invitee(Id), now));
        return Result.Success();
    }

    /// <summary>The link of the invitation goes out once more; the one before ceases to work.</summary>
    public Result ResendInvitation(Guid by, DateTime now)
    {
        if (Status != MemberStatus.Invited) return MemberErrors.NotPossibleNow;

        StatusSince = now;
        Raise(IsInitialAdministrator
            ? new InitialAdministratorAppointed(Id, NppoId, Actor.User(by), now)
            : new MemberInvited(Id, NppoId, Role, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>The invited person asks for another link, because the one they have no longer works.</summary>
    public Result RenewInvitation(DateTime now)
    {
        if (Status != MemberStatus.Invited) return MemberErrors.NotPossibleNow;

        StatusSince = now;
        var actor = Actor.Invitee(Id);
        Raise(IsInitialAdministrator
            ? new InitialAdministratorAppointed(Id, NppoId, actor, now)
            : new MemberInvited(Id, NppoId, Role, actor, now));
        return Result.Success();
    }

    public Result CancelInvitation(Guid by, DateTime now)
    {
        if (Status != MemberStatus.Invited || IsInitialAdministrator) return MemberErrors.NotPossibleNow;

        ChangedBy = by;
        MoveTo(MemberStatus.Cancelled, now);
        Raise(new InvitationCancelled(Id, NppoId, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>The organization is closed: whoever was invited is invited no longer, the initial administrator neither.</summary>
    public Result EndInvitation(Actor actor, DateTime now)
    {
        if (Status != MemberStatus.Invited) return MemberErrors.NotPossibleNow;

        ChangedBy = actor.Kind == ActorKind.User ? actor.Id : null;
        MoveTo(MemberStatus.Cancelled, now);
        Raise(new InvitationCancelled(Id, NppoId, actor, now));
        return Result.Success();
    }

    /// <summary>The address was mistyped: the link that went out ceases to work, and a new one goes to the right address.</summary>
    public Result CorrectAddress(EmailAddress email, Guid by, DateTime now)
    {
        if (Status != MemberStatus.Invited || IsInitialAdministrator) return MemberErrors.NotPossibleNow;
        if (email.Value == Email) return MemberErrors.SameAddress;

        (Email, CurrentKey, StatusSince, ChangedBy) = (email.Value, KeyOf(NppoId, email.Value), now, by);
        Raise(new InvitationCorrected(Id, NppoId, Actor.User(by), now));
        Raise(new MemberInvited(Id, NppoId, Role, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>
    /// Nobody accepted for a long time. The initial administrator's invitation stays: there is nobody to invite them again,
    /// and the page behind their link sends another one.
    /// </summary>
    /// <param name="lifetime">From the newest message on.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Whether it expired now.</returns>
    public bool ExpireInvitation(TimeSpan lifetime, DateTime now)
    {
        if (Status != MemberStatus.Invited || IsInitialAdministrator || StatusSince + lifetime > now) return false;

        ChangedBy = null;
        MoveTo(MemberStatus.Expired, now);
        Raise(new InvitationExpired(Id, NppoId, Actor.System, now));
        return true;
    }
}

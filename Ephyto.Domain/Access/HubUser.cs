using Ephyto.Domain.Common;

namespace Ephyto.Domain.Access;

public enum HubUserStatus
{
    Invited,
    Active,
    Suspended,
    Removed,
    Left,
    Expired,
    Cancelled,
}

/// <summary>A person of UNICC or the IPPC Secretariat with a role in the hub: from the invitation to the end of the role.</summary>
public sealed class HubUser : AggregateRoot, ISearchable
{
    private HubUser()
    {
    }

    /// <summary>The account, once there is one.</summary>
    public Guid? UserId { get; private set; }

    public string Email { get; private set; } = "";

    /// <summary>Empty while the person has not given a name.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>Two letters; the language of the messages until the account has its own.</summary>
    public string Language { get; private set; } = Languages.English.Code;

    public HubRole Role { get; private set; }

    public HubUserStatus Status { get; private set; }

    public DateTime StatusSince { get; private set; }

    /// <summary>The account that invited; null for who was appointed by the console.</summary>
    public Guid? InvitedBy { get; private set; }

    /// <summary>From this moment on, UTC, the role is no longer held; null where it has no end.</summary>
    public DateTime? RoleUntil { get; private set; }

    /// <summary>The end that the person was reminded of, so that it happens once.</summary>
    public DateTime? RemindedOf { get; private set; }

    /// <summary>The address while the role is held or offered, else null: unique in the store.</summary>
    public string? CurrentKey { get; private set; }

    SubjectRef ISearchable.SearchSubject => new(SubjectKinds.HubUser, Id);

    IEnumerable<string> ISearchable.SearchTexts => [DisplayName, Email];

    string? ISearchable.SearchCountry => null;

    /// <summary>The person has an account already and needs no invitation: the first administrator.</summary>
    public static HubUser Appoint(Guid userId, EmailAddress email, string displayName, string language, HubRole role,
        Actor actor, DateTime now)
    {
        var user = Make(email, language, role, HubUserStatus.Active, now);
        (user.UserId, user.DisplayName) = (userId, displayName);
        user.Raise(new HubUserAppointed(user.Id, userId, role, actor, now));
        return user;
    }

    public static HubUser Invite(EmailAddress email, string language, HubRole role, Guid invitedBy, DateTime now)
    {
        var user = Make(email, language, role, HubUserStatus.Invited, now);
        user.InvitedBy = invitedBy;
        user.Raise(new HubUserInvited(user.Id, role, Actor.User(invitedBy), now));
        return user;
    }

    /// <summary>Whether the role gives rights at the moment.</summary>
    public bool Holds(DateTime now) => Status == HubUserStatus.Active && (RoleUntil is null || RoleUntil > now);

    /// <summary>The link of the invitation goes out once more; the one before ceases to work.</summary>
    /// <param name="actor">An administrator of the hub, or the invited person whose link no longer works.</param>
    /// <param name="now">UTC.</param>
    public Result ResendInvitation(Actor actor, DateTime now)
    {
        if (Status != HubUserStatus.Invited) return HubUserErrors.NotPossibleNow;

        StatusSince = now;
        Raise(new HubUserInvited(Id, Role, actor, now));
        return Result.Success();
    }

    public Result CancelInvitation(Guid by, DateTime now)
    {
        if (Status != HubUserStatus.Invited) return HubUserErrors.NotPossibleNow;

        MoveTo(HubUserStatus.Cancelled, now);
        Raise(new HubInvitationCancelled(Id, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>The person followed the link and has an account now.</summary>
    public Result Accept(Guid userId, string displayName, DateTime now)
    {
        if (Status != HubUserStatus.Invited) return HubUserErrors.NotPossibleNow;

        (UserId, DisplayName) = (userId, displayName);
        MoveTo(HubUserStatus.Active, now);
        Raise(new HubUserActivated(Id, userId, Actor.Invitee(Id), now));
        return Result.Success();
    }

    /// <summary>Another role, or another end of it.</summary>
    /// <param name="role">From now on.</param>
    /// <param name="until">When it ends, in the future; null for no end.</param>
    /// <param name="by">Another administrator of the hub.</param>
    /// <param name="now">UTC.</param>
    public Result Assign(HubRole role, DateTime? until, Guid by, DateTime now)
    {
        if (RefuseToChange(by, HubUserStatus.Active) is { } refusal) return refusal;
        if (until <= now) return HubUserErrors.EndInThePast;
        if (role == Role && until == RoleUntil) return Result.Success();

        var (before, untilBefore) = (Role, RoleUntil);
        (Role, RoleUntil, RemindedOf) = (role, until, null);
        Raise(new HubUserRoleChanged(Id, UserId!.Value, before, untilBefore, role, until, Actor.User(by), now));
        return Result.Success();
    }

    public Result Suspend(Guid by, DateTime now)
    {
        if (RefuseToChange(by, HubUserStatus.Active) is { } refusal) return refusal;

        MoveTo(HubUserStatus.Suspended, now);
        Raise(new HubUserSuspended(Id, UserId!.Value, Actor.User(by), now));
        return Result.Success();
    }

    public Result Reactivate(Guid by, DateTime now)
    {
        if (RefuseToChange(by, HubUserStatus.Suspended) is { } refusal) return refusal;
        if (RoleUntil <= now) return HubUserErrors.EndInThePast;

        MoveTo(HubUserStatus.Active, now);
        Raise(new HubUserReactivated(Id, UserId!.Value, Actor.User(by), now));
        return Result.Success();
    }

    public Result Remove(Guid by, DateTime now)
    {
        if (RefuseToChange(by, HubUserStatus.Active, HubUserStatus.Suspended) is { } refusal) return refusal;

        MoveTo(HubUserStatus.Removed, now);
        Raise(new HubUserRemoved(Id, UserId!.Value, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>The person gives the role back.</summary>
    public Result Leave(Guid by, DateTime now)
    {
        if (by != UserId) return AccessErrors.NotAllowed;
        if (Status is not (HubUserStatus.Active or HubUserStatus.Suspended)) return HubUserErrors.NotPossibleNow;

        MoveTo(HubUserStatus.Left, now);
        Raise(new HubUserLeft(Id, by, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>What time alone brings about: the end of the role, and the reminder ahead of it.</summary>
    /// <returns>Whether something happened.</returns>
    public bool Advance(TimeSpan remindAhead, DateTime now)
    {
        if (Status is not (HubUserStatus.Active or HubUserStatus.Suspended) || RoleUntil is not { } until) return false;
        if (until <= now)
        {
            MoveTo(HubUserStatus.Expired, now);
            Raise(new HubUserRoleEnded(Id, UserId!.Value, now));
            return true;
        }

        if (Status != HubUserStatus.Active || until - remindAhead > now || RemindedOf == until) return false;
        RemindedOf = until;
        Raise(new HubUserRoleEnding(Id, UserId!.Value, until, now));
        return true;
    }

    /// <summary>The person, whose role is over, had everything about them erased; the account's own event says so.</summary>
    public void Erase(string pseudonym, EmailAddress email) => (DisplayName, Email) = (pseudonym, email.Value);

    private DomainError? RefuseToChange(Guid by, params ReadOnlySpan<HubUserStatus> possible) =>
        by == UserId ? HubUserErrors.NotYourself : possible.Contains(Status) ? null : HubUserErrors.NotPossibleNow;

    private static HubUser Make(EmailAddress email, string language, HubRole role, HubUserStatus status, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        Email = email.Value,
        CurrentKey = email.Value,
        Language = language,
        Role = role,
        Status = status,
        StatusSince = now,
    };

    private void MoveTo(HubUserStatus status, DateTime now)
    {
        (Status, StatusSince) = (status, now);
        if (status is not (HubUserStatus.Invited or HubUserStatus.Active or HubUserStatus.Suspended)) CurrentKey = null;
    }
}

using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.Domain.Members;

public enum MemberStatus
{
    JoinRequested,
    Invited,
    Active,
    Suspended,
    Removed,
    Left,
    Expired,
    Cancelled,
    Refused,
}

/// <summary>Who a member is, as far as the organisation needs it.</summary>
public sealed record PersonDetails(string Title, string GivenName, string FamilyName, string JobTitle, string Phone)
{
    public static PersonDetails Unknown { get; } = new("", "", "", "", "");

    /// <summary>Empty while the person has not given a name.</summary>
    public string FullName => string.Join(' ', new[] { Title, GivenName, FamilyName }.Where(s => s.Length > 0));
}

/// <summary>A person in an NPPO: from the invitation, or the wish to join, to the end of the membership.</summary>
public sealed class Member : AggregateRoot
{
    private Member()
    {
    }

    public Guid NppoId { get; private set; }

    /// <summary>The account, once there is one.</summary>
    public Guid? UserId { get; private set; }

    public PersonDetails Person { get; private set; } = PersonDetails.Unknown;

    public string Email { get; private set; } = "";

    /// <summary>Two letters; the language of the messages until the account has its own.</summary>
    public string Language { get; private set; } = "en";

    public NppoRole Role { get; private set; }

    public MemberStatus Status { get; private set; }

    public DateTime StatusSince { get; private set; }

    /// <summary>The account that invited or admitted; null for the initial administrator.</summary>
    public Guid? InvitedBy { get; private set; }

    /// <summary>The reason given with a request to join, or with its refusal.</summary>
    public string? Words { get; private set; }

    /// <summary>Organisation and address while the membership is open or under way, else null: unique in the store.</summary>
    public string? CurrentKey { get; private set; }

    public bool IsInitialAdministrator { get; private set; }

    /// <summary>The first member of a confirmed NPPO.</summary>
    public static Member AppointInitialAdministrator(
        Guid memberId, Guid nppoId, PersonDetails person, string email, string language, Actor actor, DateTime now)
    {
        var member = Make(memberId, nppoId, person, email, language, NppoRole.Administrator, MemberStatus.Invited, now);
        member.IsInitialAdministrator = true;
        member.Raise(new InitialAdministratorAppointed(member.Id, nppoId, actor, now));
        return member;
    }

    /// <summary>
    /// The country registered again because the organisation had lost its administrators, and the representative is a
    /// member, or was about to become one: they administer it from now on.
    /// </summary>
    public void AppointAgain(PersonDetails person, string language, Actor actor, DateTime now)
    {
        var hasAccount = Status is MemberStatus.Active or MemberStatus.Suspended;
        (Person, Language, Role, IsInitialAdministrator) = (person, language, NppoRole.Administrator, true);
        MoveTo(hasAccount ? MemberStatus.Active : MemberStatus.Invited, now);
        Raise(new InitialAdministratorAppointed(Id, NppoId, actor, now));
    }

    public static Member Invite(Guid nppoId, EmailAddress email, string language, NppoRole role, Guid invitedBy, DateTime now)
    {
        var member = Make(Guid.CreateVersion7(), nppoId, PersonDetails.Unknown, email.Value, language, role, MemberStatus.Invited, now);
        member.InvitedBy = invitedBy;
        member.Raise(new MemberInvited(member.Id, nppoId, role, Actor.User(invitedBy), now));
        return member;
    }

    public static Result<Member> AskToJoin(Guid nppoId, PersonDetails person, EmailAddress email, string language, string? words, DateTime now)
    {
        if (FreeText.Clean(words) is not { } said) return MemberErrors.WordsNeeded;

        var member = Make(Guid.CreateVersion7(), nppoId, person, email.Value, language, NppoRole.Viewer, MemberStatus.JoinRequested, now);
        member.Words = said;
        member.Raise(new JoinRequested(member.Id, nppoId, Actor.Anonymous, now));
        return member;
    }

    /// <summary>A request to join becomes an invitation with a role.</summary>
    public Result Admit(NppoRole role, Guid by, DateTime now)
    {
        if (Status != MemberStatus.JoinRequested) return MemberErrors.NotPossibleNow;

        (Role, InvitedBy) = (role, by);
        MoveTo(MemberStatus.Invited, now);
        Raise(new MemberInvited(Id, NppoId, role, Actor.User(by), now));
        return Result.Success();
    }

    public Result Refuse(string? words, Guid by, DateTime now)
    {
        if (Status != MemberStatus.JoinRequested) return MemberErrors.NotPossibleNow;
        if (FreeText.Clean(words) is not { } said) return MemberErrors.WordsNeeded;

        Words = said;
        MoveTo(MemberStatus.Refused, now);
        Raise(new JoinRefused(Id, NppoId, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>The person followed the link and has an account now.</summary>
    public Result Activate(Guid userId, PersonDetails person, DateTime now)
    {
        if (Status != MemberStatus.Invited) return MemberErrors.NotPossibleNow;

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

        MoveTo(MemberStatus.Cancelled, now);
        Raise(new InvitationCancelled(Id, NppoId, Actor.User(by), now));
        return Result.Success();
    }

    private static Member Make(
        Guid id, Guid nppoId, PersonDetails person, string email, string language, NppoRole role, MemberStatus status, DateTime now) => new()
        {
            Id = id,
            NppoId = nppoId,
            Person = person,
            Email = email,
            Language = language,
            Role = role,
            Status = status,
            StatusSince = now,
            CurrentKey = $"{nppoId:N}:{email}",
        };

    private void MoveTo(MemberStatus status, DateTime now)
    {
        (Status, StatusSince) = (status, now);
        if (status is not (MemberStatus.JoinRequested or MemberStatus.Invited or MemberStatus.Active or MemberStatus.Suspended)) CurrentKey = null;
    }
}

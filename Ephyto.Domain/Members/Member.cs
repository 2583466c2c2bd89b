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
public sealed partial class Member : AggregateRoot
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

    /// <summary>The last day, in UTC, on which the role holds; null for a role without an end.</summary>
    public DateOnly? RoleLastDay { get; private set; }

    /// <summary>What has been said about the end of the role.</summary>
    public RoleEndNotice RoleEndNotice { get; private set; }

    public MemberStatus Status { get; private set; }

    public DateTime StatusSince { get; private set; }

    /// <summary>The account that invited or admitted; null for the initial administrator.</summary>
    public Guid? InvitedBy { get; private set; }

    /// <summary>The account that changed the membership last; null where the person, the console or a contact point did.</summary>
    public Guid? ChangedBy { get; private set; }

    /// <summary>Why the membership rests; null while it does not.</summary>
    public SuspensionReason? SuspensionReason { get; private set; }

    /// <summary>The reason given with a request to join, its refusal, a suspension or a removal.</summary>
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
        (Person, Language, IsInitialAdministrator, ChangedBy, SuspensionReason) = (person, language, true, null, null);
        Grant(NppoRole.Administrator, null, now);
        MoveTo(hasAccount ? MemberStatus.Active : MemberStatus.Invited, now);
        Raise(new InitialAdministratorAppointed(Id, NppoId, actor, now) { UserId = UserId });
    }

    public static Result<Member> AskToJoin(Guid nppoId, PersonDetails person, EmailAddress email, string language, string? words, DateTime now)
    {
        if (FreeText.Clean(words) is not { } said) return MemberErrors.WordsNeeded;

        var member = Make(Guid.CreateVersion7(), nppoId, person, email.Value, language, NppoRole.Viewer, MemberStatus.JoinRequested, now);
        member.Words = said;
        member.Raise(new JoinRequested(member.Id, nppoId, Actor.Anonymous, now));
        return member;
    }

    public Result Refuse(string? words, Guid by, DateTime now)
    {
        if (Status != MemberStatus.JoinRequested) return MemberErrors.NotPossibleNow;
        if (FreeText.Clean(words) is not { } said) return MemberErrors.WordsNeeded;

        (Words, ChangedBy) = (said, by);
        MoveTo(MemberStatus.Refused, now);
        Raise(new JoinRefused(Id, NppoId, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>The person reads mail elsewhere now.</summary>
    public void ChangeEmail(EmailAddress email, Actor actor, DateTime now)
    {
        Email = email.Value;
        if (CurrentKey is not null) CurrentKey = KeyOf(NppoId, Email);
        Raise(new MemberEmailChanged(Id, NppoId, actor, now));
    }

    /// <summary>The person had everything about them erased: a pseudonym stays, and the membership is over.</summary>
    public void Erase(string pseudonym, EmailAddress email, Actor actor, DateTime now)
    {
        (Person, Email, Words) = (PersonDetails.Unknown with { GivenName = pseudonym }, email.Value, null);
        if (CurrentKey is not null) MoveTo(MemberStatus.Left, now);
        Raise(new MemberErased(Id, NppoId, actor, now));
    }

    /// <summary>What is unique of an open membership.</summary>
    public static string KeyOf(Guid nppoId, string email) => $"{nppoId:N}:{email}";

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
            CurrentKey = KeyOf(nppoId, email),
        };


    private void MoveTo(MemberStatus status, DateTime now)
    {
        (Status, StatusSince) = (status, now);
        if (status is not (MemberStatus.JoinRequested or MemberStatus.Invited or MemberStatus.Active or MemberStatus.Suspended)) CurrentKey = null;
    }
}

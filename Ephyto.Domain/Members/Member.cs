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

/// <summary>Who a member is, as far as the organization needs it.</summary>
public sealed record PersonDetails(string Title, string GivenName, string FamilyName, string JobTitle, string Phone)
{
    public static PersonDetails Unknown { get; } = new("", "", "", "", "");

    /// <summary>Empty while the person has not given a name.</summary>
    public string FullName => PersonName.Of(Title, GivenName, FamilyName);

    /// <summary>Why one of them is no name; null where each may be one.</summary>
    public DomainError? Fault =>
        new[] { Title, GivenName, FamilyName, JobTitle }.Select(TypedName.FaultOf).FirstOrDefault(fault => fault is not null);
}

/// <summary>A person in an NPPO: from the invitation, or the wish to join, to the end of the membership.</summary>
public sealed partial class Member : AggregateRoot, ISearchable
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
    public string Language { get; private set; } = Languages.English.Code;

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

    /// <summary>
    /// From where a request to join was sent, as long as it waits for its answer; nothing else says whose many requests are one person's.
    /// </summary>
    public string? SentFrom { get; private set; }

    /// <summary>Organization and address while the membership is open or under way, else null: unique in the store.</summary>
    public string? CurrentKey { get; private set; }

    public bool IsInitialAdministrator { get; private set; }

    SubjectRef ISearchable.SearchSubject => new(SubjectKinds.Member, Id);

    IEnumerable<string> ISearchable.SearchTexts => [Person.FamilyName, Person.GivenName, Email];

    string? ISearchable.SearchCountry => null;

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
    /// The country registered again because the organization had lost its administrators, and the representative is a
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

    /// <param name="nppoId">Which organization.</param>
    /// <param name="person">As typed.</param>
    /// <param name="email">Not verified.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="words">Why.</param>
    /// <param name="now">UTC.</param>
    /// <param name="sentFrom">The network of the sender.</param>
    /// <param name="tell">Whether the administrators are written to; their page shows the request in any case.</param>
    public static Result<Member> AskToJoin(
        Guid nppoId, PersonDetails person, EmailAddress email, string language, string? words, DateTime now, string? sentFrom = null,
        bool tell = true)
    {
        if (person.Fault is { } fault) return fault;
        if (FreeText.Clean(words) is not { } said) return MemberErrors.WordsNeeded;

        var member = Make(Guid.CreateVersion7(), nppoId, person, email.Value, language, NppoRole.Viewer, MemberStatus.JoinRequested, now);
        (member.Words, member.SentFrom) = (said, sentFrom);
        member.Raise(new JoinRequested(member.Id, nppoId, Actor.Anonymous, now) { Tell = tell });
        return member;
    }

    /// <summary>More requests wait than are kept: this one, of whoever sent most, ends without an answer.</summary>
    public Result MakeRoom(DateTime now)
    {
        if (Status != MemberStatus.JoinRequested) return MemberErrors.NotPossibleNow;

        ChangedBy = null;
        MoveTo(MemberStatus.Refused, now);
        Raise(new JoinMadeRoom(Id, NppoId, Actor.System, now));
        return Result.Success();
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

    /// <summary>The person reads e-mail elsewhere now.</summary>
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
        var endsNow = CurrentKey is not null;
        if (endsNow) MoveTo(MemberStatus.Left, now);
        Raise(new MemberErased(Id, NppoId, endsNow, actor, now));
    }

    /// <summary>What is unique of an open membership.</summary>
    public static string KeyOf(Guid nppoId, string email) => $"{nppoId:N}:{email}";

    private static Member Make(
        Guid id, Guid nppoId, PersonDetails person, string email, string language, NppoRole role, MemberStatus status, DateTime now) =>
            new()
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
        (Status, StatusSince, SentFrom) = (status, now, null);
        if (status is not (MemberStatus.JoinRequested or MemberStatus.Invited or MemberStatus.Active or MemberStatus.Suspended))
            CurrentKey = null;
    }
}

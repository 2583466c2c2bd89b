using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;

namespace Ephyto.Domain.Letters;

/// <summary>
/// An official letter of the Secretariat that confirms the participation of an organization: asked for, then issued or declined.
/// </summary>
public sealed class ParticipationLetter : AggregateRoot
{
    public const int MaximumAddressee = 300;

    private ParticipationLetter()
    {
    }

    public Guid NppoId { get; private set; }

    public string CountryCode { get; private set; } = "";

    /// <summary>The organization while its request is open, else null: unique in the store, so there is one at a time.</summary>
    public Guid? OpenNppoId { get; private set; }

    /// <summary>To whom the letter is addressed, in one line; null for "to whom it may concern".</summary>
    public string? Addressee { get; private set; }

    public Language Language { get; private set; } = Languages.English;

    public LetterStatus Status { get; private set; }

    public DateTime StatusSince { get; private set; }

    public DateTime RequestedAt { get; private set; }

    /// <summary>A member with an account, or the contact point by a link.</summary>
    public ActorKind AskedByKind { get; private set; }

    /// <summary>The account, or the entry of the directory.</summary>
    public Guid AskedById { get; private set; }

    /// <summary>The account that issued, declined or withdrew; null while nobody has.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>Year and place in it: unique together in the store; null until it is issued.</summary>
    public int? NumberYear { get; private set; }

    /// <inheritdoc cref="NumberYear"/>
    public int? NumberOrdinal { get; private set; }

    /// <summary>See <see cref="Letters.VerificationCode"/>; unique in the store, null until it is issued.</summary>
    public string? Code { get; private set; }

    public DateTime? IssuedAt { get; private set; }

    /// <summary>What it states; null until it is issued.</summary>
    public LetterFacts? Facts { get; private set; }

    /// <summary>Of the file, 64 hexadecimal digits; null until it is issued.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>Why it was declined or withdrawn.</summary>
    public string? Words { get; private set; }

    public LetterNumber? Number => NumberYear is { } year && NumberOrdinal is { } ordinal ? new LetterNumber(year, ordinal) : null;

    public bool IsOpen => Status == LetterStatus.Requested;

    /// <summary>Whether there is a file, also of a letter withdrawn since.</summary>
    public bool WasIssued => IssuedAt is not null;

    public static Result<ParticipationLetter> Request(Nppo nppo, Language language, string? addressee, Actor actor, DateTime now)
    {
        if (!IsMember(nppo)) return LetterErrors.NotAMember;
        var line = FreeText.Line(addressee, MaximumAddressee);
        if (TypedName.FaultOf(line) is { } fault) return fault;

        var letter = new ParticipationLetter
        {
            Id = Guid.CreateVersion7(),
            NppoId = nppo.Id,
            CountryCode = nppo.CountryCode,
            OpenNppoId = nppo.Id,
            Language = language,
            Addressee = line,
            StatusSince = now,
            RequestedAt = now,
            AskedByKind = actor.Kind,
            AskedById = actor.Id,
        };
        letter.Raise(new LetterRequested(letter.Id, nppo.Id, actor, now));
        return letter;
    }

    /// <summary>Colleagues take back what one of them asked for; what the contact point asked for is the contact point's.</summary>
    public Result Cancel(Actor actor, DateTime now)
    {
        if (!IsOpen) return LetterErrors.Because(Status);
        if (actor.Kind != AskedByKind || (actor.Kind == ActorKind.ContactPoint && actor.Id != AskedById)) return LetterErrors.NotYours;

        MoveTo(LetterStatus.Cancelled, now);
        Raise(new LetterCancelled(Id, NppoId, actor, now));
        return Result.Success();
    }

    public Result Decline(string? words, Actor actor, DateTime now)
    {
        if (!IsOpen) return LetterErrors.Because(Status);
        if (FreeText.Clean(words) is not { } said) return LetterErrors.WordsNeeded;

        (Words, DecidedBy) = (said, actor.Id);
        MoveTo(LetterStatus.Declined, now);
        Raise(new LetterDeclined(Id, NppoId, actor, now));
        return Result.Success();
    }

    /// <summary>Why it cannot be issued for the organization as it is now, or null.</summary>
    public DomainError? RefuseToIssue(Nppo nppo) =>
        !IsOpen ? LetterErrors.Because(Status) : !IsMember(nppo) ? LetterErrors.NotAMember : null;

    /// <param name="nppo">As it is now: that is what the letter states.</param>
    /// <param name="identity">A number and a code that no other letter has.</param>
    /// <param name="sha256">Of the file that was written of all this.</param>
    /// <param name="actor">Who issues it.</param>
    public Result Issue(Nppo nppo, LetterIdentity identity, string sha256, Actor actor)
    {
        if (RefuseToIssue(nppo) is { } refusal) return refusal;

        (NumberYear, NumberOrdinal, Code, IssuedAt) = (identity.Number.Year, identity.Number.Ordinal, identity.Code, identity.IssuedAt);
        (Facts, Sha256, DecidedBy) = (LetterFacts.Of(nppo), sha256, actor.Id);
        MoveTo(LetterStatus.Issued, identity.IssuedAt);
        Raise(new LetterIssued(Id, NppoId, identity.Number, sha256, actor, identity.IssuedAt));
        return Result.Success();
    }

    /// <summary>The letter keeps its number and its file; whoever verifies it reads that it no longer holds.</summary>
    public Result Withdraw(string? reason, Actor actor, DateTime now)
    {
        if (Status != LetterStatus.Issued) return LetterErrors.Because(Status);
        if (FreeText.Clean(reason) is not { } said) return LetterErrors.WordsNeeded;

        (Words, DecidedBy) = (said, actor.Id);
        MoveTo(LetterStatus.Withdrawn, now);
        Raise(new LetterWithdrawn(Id, NppoId, Number!.Value, actor, now));
        return Result.Success();
    }

    /// <summary>Whether the organization takes part now, so that it can be confirmed.</summary>
    public static bool IsMember(Nppo nppo) => nppo.Status is not (NppoStatus.Suspended or NppoStatus.Closed);

    private void MoveTo(LetterStatus status, DateTime now)
    {
        (Status, StatusSince) = (status, now);
        if (status != LetterStatus.Requested) OpenNppoId = null;
    }
}

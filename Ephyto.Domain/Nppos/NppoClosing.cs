using Ephyto.Domain.Common;

namespace Ephyto.Domain.Nppos;

/// <content>The end of a membership.</content>
public sealed partial class Nppo
{
    /// <summary>Why it is closed, in the hub's words.</summary>
    public string? ClosingWords { get; private set; }

    /// <summary>The membership ends for good: nobody of the organization acts any more, and the country may register anew.</summary>
    public Result Close(string? words, Actor actor, DateTime now)
    {
        if (Status == NppoStatus.Closed) return NppoErrors.NotPossibleNow;
        if (FreeText.Clean(words) is not { } said) return NppoErrors.WordsNeeded;

        var before = Status;
        (ClosingWords, CurrentCountryCode) = (said, null);
        (StatusBeforeSuspension, SuspensionWords) = (null, null);
        (Status, StatusSince) = (NppoStatus.Closed, now);
        Keep(before, said, actor, now);
        Raise(new NppoClosed(Id, CountryCode, actor, now));
        return Result.Success();
    }
}

public sealed record NppoClosed(Guid NppoId, string CountryCode, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "nppo.closed";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId)];

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["country"] = EventFact.Country(CountryCode) };
}

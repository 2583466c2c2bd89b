using Ephyto.Domain.Common;

namespace Ephyto.Domain.Integration;

/// <summary>What was said about one step, by the organization and by the hub.</summary>
/// <param name="State">Reported, accepted or sent back.</param>
/// <param name="Evidence">The organization's words, such as a tracking number.</param>
/// <param name="ReportedBy">An account; null where nobody reported it.</param>
/// <param name="ReportedAt">UTC.</param>
/// <param name="Answer">The hub's words.</param>
/// <param name="AnsweredBy">An account of the hub.</param>
/// <param name="AnsweredAt">UTC.</param>
/// <param name="SentBackAt">When the hub sent the step back last, UTC; it is kept when something else is accepted.</param>
public sealed record StepRecord(
    IntegrationStep Step, IntegrationStepState State, string? Evidence, Guid? ReportedBy, DateTime? ReportedAt, string? Answer,
    Guid? AnsweredBy, DateTime? AnsweredAt, DateTime? SentBackAt = null)
{
    /// <summary>Whether the hub has ever sent the step back, and has not taken that back.</summary>
    public bool WasSentBack() => LastSentBack() is not null;

    /// <summary>
    /// Whether the hub sent the step back after it was seen: what was seen counts no more, also when the organization reports the step
    /// again and the hub accepts what was reported.
    /// </summary>
    /// <param name="seen">When the console saw that it is done, UTC.</param>
    public bool Outweighs(DateTime seen) => LastSentBack() >= seen;

    /// <summary>Whether something new would move the step: the hub sent back what was seen, and has accepted nothing else.</summary>
    /// <param name="seen">When the console saw that it is done, UTC.</param>
    public bool WantsAnother(DateTime seen) => State != IntegrationStepState.Accepted && Outweighs(seen);

    /// <summary>Whether what was seen proves the step to others: of a step that was sent back only what the hub accepted since.</summary>
    /// <param name="seen">When the console saw that it is done, UTC.</param>
    public bool LetsCount(DateTime seen) =>
        !WasSentBack() || (State == IntegrationStepState.Accepted && !Outweighs(seen) && seen <= AnsweredAt);

    internal DateTime? LastSentBack() =>
        // Records that are older than this day hold it as that of the answer.
        SentBackAt ?? (State == IntegrationStepState.Accepted ? null : AnsweredAt);
}

/// <summary>An organization's way to live exchange: what it reported and what the hub said. It carries the id of its NPPO.</summary>
public sealed class IntegrationPath : AggregateRoot
{
    private IntegrationPath()
    {
    }

    public IReadOnlyList<StepRecord> Records { get; private set; } = [];

    public static IntegrationPath Of(Guid nppoId) => new() { Id = nppoId };

    public StepRecord? RecordOf(IntegrationStep step) => Records.FirstOrDefault(record => record.Step == step);

    /// <summary>The organization says that a step is done, or done anew after it was sent back.</summary>
    public Result Report(IntegrationStep step, string? evidence, Guid by, DateTime now)
    {
        var record = RecordOf(step);
        if (record?.State == IntegrationStepState.Accepted) return IntegrationErrors.AcceptedAlready;
        if (!IntegrationSteps.Reported.Contains(step) && record?.State != IntegrationStepState.SentBack)
            return IntegrationErrors.TicksItself;
        if (FreeText.Clean(evidence) is not { } said) return IntegrationErrors.EvidenceNeeded;

        Put(new(step, IntegrationStepState.Reported, said, by, now, record?.Answer, record?.AnsweredBy, record?.AnsweredAt,
            record?.LastSentBack()));
        Raise(new IntegrationStepReported(Id, step, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>The hub agrees with what was reported, or with what the console sees by itself.</summary>
    /// <param name="step">The step.</param>
    /// <param name="seen">Since when the console sees that it is done, UTC; null where it does not.</param>
    /// <param name="by">An account of the hub.</param>
    /// <param name="now">UTC.</param>
    public Result Accept(IntegrationStep step, DateTime? seen, Guid by, DateTime now)
    {
        var record = RecordOf(step);
        if (record?.State == IntegrationStepState.Accepted) return IntegrationErrors.AcceptedAlready;
        if (record?.State != IntegrationStepState.Reported && !Counts(record, seen)) return IntegrationErrors.NothingReported;

        var said = NotSentBack(record);
        Put(new(step, IntegrationStepState.Accepted, said?.Evidence, said?.ReportedBy, said?.ReportedAt, null, by, now,
            record?.LastSentBack()));
        Raise(new IntegrationStepAccepted(Id, step, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>The hub does not agree. The organization reads why, and reports the step again.</summary>
    public Result SendBack(IntegrationStep step, string? words, DateTime? seen, Guid by, DateTime now)
    {
        var record = RecordOf(step);
        if (record is null or { State: IntegrationStepState.SentBack } && !Counts(record, seen)) return IntegrationErrors.NothingReported;
        if (FreeText.Clean(words) is not { } said) return IntegrationErrors.WordsNeeded;

        var reported = NotSentBack(record);
        Put(new(step, IntegrationStepState.SentBack, reported?.Evidence, reported?.ReportedBy, reported?.ReportedAt, said, by, now, now));
        Raise(new IntegrationStepSentBack(Id, step, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>
    /// The hub takes its own answer back: what was reported waits for an answer again, and what the console sees by itself counts as seen.
    /// </summary>
    public Result TakeBack(IntegrationStep step, Guid by, DateTime now)
    {
        if (RecordOf(step) is not { State: IntegrationStepState.Accepted or IntegrationStepState.SentBack } record)
            return IntegrationErrors.NothingAnswered;

        Records = [.. Records.Where(other => other.Step != step)];
        // That it was sent back before it was accepted stays true.
        var before = record.State == IntegrationStepState.Accepted ? record.SentBackAt : null;
        if (record.ReportedAt is not null || before is not null)
            Put(record with
            {
                State = IntegrationStepState.Reported, Answer = null, AnsweredBy = null, AnsweredAt = null, SentBackAt = before,
            });
        Raise(new IntegrationAnswerTakenBack(Id, step, record.State, Actor.User(by), now));
        return Result.Success();
    }

    private static bool Counts(StepRecord? record, DateTime? seen) => seen is { } at && record?.Outweighs(at) != true;

    // What was reported and sent back is not what is judged now.
    private static StepRecord? NotSentBack(StepRecord? record) => record?.State == IntegrationStepState.SentBack ? null : record;

    private void Put(StepRecord record) => Records = [.. Records.Where(other => other.Step != record.Step), record];
}

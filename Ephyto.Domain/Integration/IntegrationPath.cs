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
public sealed record StepRecord(
    IntegrationStep Step, IntegrationStepState State, string? Evidence, Guid? ReportedBy, DateTime? ReportedAt, string? Answer,
    Guid? AnsweredBy, DateTime? AnsweredAt)
{
    /// <summary>
    /// Whether the hub sent the step back after it was seen: what was seen counts no more, also when the organization reports the step
    /// again, until the hub agrees.
    /// </summary>
    /// <param name="seen">When the console saw that it is done, UTC.</param>
    public bool Outweighs(DateTime seen) => State == IntegrationStepState.SentBack
        || (State == IntegrationStepState.Reported && AnsweredAt >= seen);
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

        Put(new(step, IntegrationStepState.Reported, said, by, now, record?.Answer, record?.AnsweredBy, record?.AnsweredAt));
        Raise(new IntegrationStepReported(Id, step, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>The hub agrees with what was reported, or with what the console sees by itself.</summary>
    /// <param name="step">The step.</param>
    /// <param name="isSeen">Whether the console sees that it is done.</param>
    /// <param name="by">An account of the hub.</param>
    /// <param name="now">UTC.</param>
    public Result Accept(IntegrationStep step, bool isSeen, Guid by, DateTime now)
    {
        var record = RecordOf(step);
        if (record?.State == IntegrationStepState.Accepted) return IntegrationErrors.AcceptedAlready;
        if (record?.State != IntegrationStepState.Reported && !isSeen) return IntegrationErrors.NothingReported;

        Put(new(step, IntegrationStepState.Accepted, record?.Evidence, record?.ReportedBy, record?.ReportedAt, null, by, now));
        Raise(new IntegrationStepAccepted(Id, step, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>The hub does not agree. The organization reads why, and reports the step again.</summary>
    public Result SendBack(IntegrationStep step, string? words, bool isSeen, Guid by, DateTime now)
    {
        var record = RecordOf(step);
        if (record?.State == IntegrationStepState.SentBack || (record is null && !isSeen)) return IntegrationErrors.NothingReported;
        if (FreeText.Clean(words) is not { } said) return IntegrationErrors.WordsNeeded;

        Put(new(step, IntegrationStepState.SentBack, record?.Evidence, record?.ReportedBy, record?.ReportedAt, said, by, now));
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
        if (record.ReportedAt is not null)
            Put(record with { State = IntegrationStepState.Reported, Answer = null, AnsweredBy = null, AnsweredAt = null });
        Raise(new IntegrationAnswerTakenBack(Id, step, record.State, Actor.User(by), now));
        return Result.Success();
    }

    private void Put(StepRecord record) => Records = [.. Records.Where(other => other.Step != record.Step), record];
}

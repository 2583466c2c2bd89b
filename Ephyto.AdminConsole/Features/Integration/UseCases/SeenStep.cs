using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <summary>A step as somebody saw it who acts on it: who decides on something older is asked to look again.</summary>
/// <param name="Record">What was said about it.</param>
/// <param name="Seen">Since when the console sees it done; null where it does not.</param>
public sealed record SeenStep(IntegrationStep Step, StepRecord? Record, DateTime? Seen)
{
    public static SeenStep Of(StepProgress progress) => new(progress.Step, progress.Record, progress.Seen);

    /// <returns>Null where the step is as it was seen. One of a way that was left meanwhile is not.</returns>
    internal DomainError? IsBehind(PathSituation now) =>
        now.Progress.Steps.SingleOrDefault(step => step.Step == Step) is { } step && Of(step) == this
            ? null : AccessErrors.ChangedMeanwhile;
}

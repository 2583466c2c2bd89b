using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Seen">What the reader knew of the step: a report made meanwhile is not written over.</param>
/// <param name="Evidence">By what the hub can see it.</param>
internal sealed record ReportStepRequest(Guid NppoId, SeenStep Seen, string? Evidence);

/// <summary>The organization says that a step is done.</summary>
internal sealed class ReportStep(PathAct paths)
{
    public Task<Result<Guid>> HandleAsync(ReportStepRequest request, Actor actor, CancellationToken ct) =>
        paths.ByMemberAsync(request.NppoId, actor, situation => request.Seen.IsBehind(situation) is { } changed ? changed
            : situation.Path.Report(request.Seen.Step, request.Evidence, actor.Id, situation.Now), ct);
}

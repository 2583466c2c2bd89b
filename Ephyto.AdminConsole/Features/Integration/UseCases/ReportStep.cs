using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Evidence">By what the hub can see it.</param>
internal sealed record ReportStepRequest(Guid NppoId, IntegrationStep Step, string? Evidence);

/// <summary>The organisation says that a step is done.</summary>
internal sealed class ReportStep(PathAct paths)
{
    public Task<Result<Guid>> HandleAsync(ReportStepRequest request, Actor actor, CancellationToken ct) =>
        paths.ByMemberAsync(request.NppoId, actor, situation => situation.Path.Report(request.Step, request.Evidence, actor.Id, situation.Now), ct);
}

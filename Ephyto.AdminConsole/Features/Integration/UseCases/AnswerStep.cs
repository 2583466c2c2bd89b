using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Words">What is missing, where the step is sent back.</param>
internal sealed record AnswerStepRequest(Guid NppoId, IntegrationStep Step, bool Accept, string? Words);

/// <summary>The hub accepts a step, or sends it back with words.</summary>
internal sealed class AnswerStep(PathAct paths)
{
    public Task<Result<Guid>> HandleAsync(AnswerStepRequest request, Actor actor, CancellationToken ct) => paths.ByHubAsync(request.NppoId, actor, situation =>
    {
        var isSeen = situation.Progress.Steps.Single(step => step.Step == request.Step).Seen is not null;
        return request.Accept
            ? situation.Path.Accept(request.Step, isSeen, actor.Id, situation.Now)
            : situation.Path.SendBack(request.Step, request.Words, isSeen, actor.Id, situation.Now);
    }, ct);
}

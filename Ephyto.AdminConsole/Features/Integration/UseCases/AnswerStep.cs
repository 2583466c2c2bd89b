using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Seen">What is judged.</param>
/// <param name="Words">What is missing, where the step is sent back.</param>
internal sealed record AnswerStepRequest(Guid NppoId, SeenStep Seen, bool Accept, string? Words);

/// <summary>The hub accepts a step, or sends it back with words.</summary>
internal sealed class AnswerStep(PathAct paths)
{
    public Task<Result<Guid>> HandleAsync(AnswerStepRequest request, Actor actor, CancellationToken ct) =>
        paths.ByHubAsync(request.NppoId, actor, situation =>
        {
            if (request.Seen.IsBehind(situation) is { } changed) return changed;
            return request.Accept
                ? situation.Path.Accept(request.Seen.Step, request.Seen.Seen, actor.Id, situation.Now)
                : situation.Path.SendBack(request.Seen.Step, request.Words, request.Seen.Seen, actor.Id, situation.Now);
        }, ct);
}

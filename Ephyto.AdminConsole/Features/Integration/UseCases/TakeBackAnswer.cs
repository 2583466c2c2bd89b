using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Seen">The step with the answer that is taken back.</param>
internal sealed record TakeBackAnswerRequest(Guid NppoId, SeenStep Seen);

/// <summary>
/// The hub takes back that it accepted a step, or sent it back; of an organization that is live, only that it sent one back.
/// </summary>
internal sealed class TakeBackAnswer(PathAct paths)
{
    public Task<Result<Guid>> HandleAsync(TakeBackAnswerRequest request, Actor actor, CancellationToken ct) =>
        paths.ByHubAsync(request.NppoId, actor, situation => request.Seen.IsBehind(situation) is { } changed ? changed
            : !situation.Progress.IsOnItsWay && situation.Progress.StateOf(request.Seen.Step) != IntegrationStepState.SentBack
                ? IntegrationErrors.NotPossibleNow
            : situation.Path.TakeBack(request.Seen.Step, actor.Id, situation.Now), ct);
}

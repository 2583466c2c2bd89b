using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <summary>The hub moves an organization on to testing, and then to live exchange, when the steps before are done.</summary>
internal sealed class AdvanceExchange(PathAct paths)
{
    /// <param name="nppoId">The organization.</param>
    /// <param name="seen">What it was in when the officer was asked: whoever agreed to testing has not agreed to live exchange.</param>
    /// <param name="actor">Somebody of the hub.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Guid>> HandleAsync(Guid nppoId, NppoStatus seen, Actor actor, CancellationToken ct) =>
        paths.ByHubAsync(nppoId, actor, situation => situation.Progress switch
        {
            { Nppo.Status: var now } when now != seen => AccessErrors.ChangedMeanwhile,
            { MayTest: true, Nppo: var nppo } => nppo.StartTesting(actor, situation.Now),
            { MayGoLive: true, Nppo: var nppo } => nppo.GoLive(actor, situation.Now),
            { Nppo.Status: NppoStatus.Onboarding or NppoStatus.Testing } => IntegrationErrors.GateClosed,
            _ => IntegrationErrors.NotPossibleNow,
        }, ct);
}

using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <summary>The hub moves an organisation on to testing, and then to live exchange, when the steps before are done.</summary>
internal sealed class AdvanceExchange(PathAct paths)
{
    public Task<Result<Guid>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct) => paths.ByHubAsync(nppoId, actor, situation => situation.Progress switch
    {
        { MayTest: true, Nppo: var nppo } => nppo.StartTesting(actor, situation.Now),
        { MayGoLive: true, Nppo: var nppo } => nppo.GoLive(actor, situation.Now),
        { Nppo.Status: NppoStatus.Onboarding or NppoStatus.Testing } => IntegrationErrors.GateClosed,
        _ => IntegrationErrors.NotPossibleNow,
    }, ct);
}

using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <summary>What an organization was in when an officer was asked: what comes next follows from both.</summary>
internal sealed record SeenStage(NppoStatus Status, ExchangeSystem System)
{
    public static SeenStage Of(Nppo nppo) => new(nppo.Status, nppo.Organization.System);
}

/// <summary>
/// The hub moves an organization on to testing, and then to live exchange, when the steps before are done; to live exchange at once
/// where there is nothing to test.
/// </summary>
internal sealed class AdvanceExchange(PathAct paths)
{
    /// <param name="nppoId">The organization.</param>
    /// <param name="seen">What it was in when the officer was asked: whoever agreed to testing has not agreed to live exchange.</param>
    /// <param name="actor">Somebody of the hub.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Guid>> HandleAsync(Guid nppoId, SeenStage seen, Actor actor, CancellationToken ct) =>
        paths.ByHubAsync(nppoId, actor, situation => situation.Progress switch
        {
            { Nppo: var now } when SeenStage.Of(now) != seen => AccessErrors.ChangedMeanwhile,
            { MayTest: true, Nppo: var nppo } => nppo.StartTesting(actor, situation.Now),
            { MayGoLive: true, Nppo: var nppo } => nppo.GoLive(actor, situation.Now),
            { WaitsForEndOfServing: true } => IntegrationErrors.StillServed,
            { WaitsForServing: true } => IntegrationErrors.ServingNotBegun,
            { Nppo.Status: NppoStatus.Onboarding or NppoStatus.Testing } => IntegrationErrors.GateClosed,
            _ => IntegrationErrors.NotPossibleNow,
        }, ct);
}

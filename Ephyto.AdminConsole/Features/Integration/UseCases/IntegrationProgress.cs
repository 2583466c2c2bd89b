using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <summary>One step as its readers see it.</summary>
/// <param name="Record">What was said about it; null where nothing was.</param>
/// <param name="Seen">Since when the console sees that it is done, UTC; null where it does not.</param>
/// <param name="SeenBy">The account that did it, where there is one.</param>
/// <param name="TrackingNumber">Of the envelope by which it was done in the sandbox; null where it was not.</param>
/// <param name="IsFromTest">Whether a test console saw it, not this one.</param>
/// <param name="Used">When the sandbox saw in use what the step is about, UTC; null where it did not. It ticks nothing.</param>
/// <param name="TriedOn">The page on which the step is tried; null where there is none.</param>
/// <param name="Calls">The organization's page with the calls about the envelope; null where there is none.</param>
/// <param name="HubCalls">The same for the hub.</param>
public sealed record StepProgress(
    IntegrationStep Step, IntegrationStepState State, StepRecord? Record, DateTime? Seen, Guid? SeenBy = null,
    string? TrackingNumber = null, bool IsFromTest = false, DateTime? Used = null, string? TriedOn = null,
    string? Calls = null, string? HubCalls = null)
{
    public bool IsDone => State is IntegrationStepState.Done or IntegrationStepState.Accepted;
}

/// <param name="Steps">Those of the system by which it exchanges, in their order.</param>
/// <param name="Served">The connection of another organization that its country has confirmed; null where there is none.</param>
/// <param name="LacksExchange">
/// Whether it exchanges through another system, and there is none by which something is exchanged for it now.
/// </param>
public sealed record NppoProgress(
    Nppo Nppo, IReadOnlyList<StepProgress> Steps, ServedThrough? Served = null, bool LacksExchange = false)
{
    /// <summary>The countries that its connections serve.</summary>
    public IReadOnlyList<ServedThrough> Serves { get; init; } = [];

    public int Done => Steps.Count(step => step.IsDone);

    /// <summary>Whether the hub has something to look at.</summary>
    public bool NeedsAnswer => MayTest || MayGoLive || Steps.Any(step => step.State == IntegrationStepState.Reported);

    /// <summary>
    /// Whether there is something to settle: it is on its way, or it is live and the hub and it have not agreed on a step.
    /// </summary>
    public bool IsListed => IsOnItsWay || (IsLive && Steps.Any(
        step => step.State is IntegrationStepState.Reported or IntegrationStepState.SentBack));

    public bool IsLive => Nppo.Status == NppoStatus.Live;

    /// <summary>What live exchange rests on and is not there, such as a certificate in use; nothing where it is not live.</summary>
    public IReadOnlyList<IntegrationStep> Lacking => IsLive
        ? [.. Steps.Where(step => !step.IsDone && IntegrationSteps.Lasting.Contains(step.Step)).Select(step => step.Step)] : [];

    /// <summary>Whether live exchange still lies before it.</summary>
    public bool IsOnItsWay => Nppo.Status is NppoStatus.Onboarding or NppoStatus.Testing;

    /// <summary>Whether live exchange comes next: where there is nothing to test, it does from the beginning.</summary>
    public bool IsBeforeLive => Nppo.Status == Nppo.StateBeforeLive;

    /// <summary>What has to be done before the test, or before live exchange; nothing where neither comes next.</summary>
    public IReadOnlyList<IntegrationStep> Missing => IsOnItsWay
        ? [.. Steps.Where(step => !step.IsDone && (IsBeforeLive || IsForTesting(step))).Select(step => step.Step)] : [];

    /// <summary>What has to be done after the test has started; nothing where live exchange comes next.</summary>
    public IReadOnlyList<IntegrationStep> MissingAfterwards => IsOnItsWay && !IsBeforeLive
        ? [.. Steps.Where(step => !step.IsDone && !IsForTesting(step)).Select(step => step.Step)] : [];

    /// <summary>Whether the hub may start the test.</summary>
    public bool MayTest => Nppo.Status == NppoStatus.Onboarding && !IsBeforeLive && Steps.Where(IsForTesting).All(step => step.IsDone);

    /// <summary>Whether the hub may set it live.</summary>
    public bool MayGoLive => IsBeforeLive && Steps.All(step => step.IsDone) && !PreparesBesideServing && !LacksExchange;

    /// <summary>Whether a way of its own is prepared while the connection of another organization exchanges for the country.</summary>
    public bool PreparesBesideServing =>
        Served is not null && IsOnItsWay && Nppo.Organization.System != ExchangeSystem.ThroughAnotherSystem;

    /// <summary>
    /// Whether all is done, and only that connection has to end before the own way counts: a country has one way at a time.
    /// </summary>
    public bool WaitsForEndOfServing => IsBeforeLive && Steps.All(step => step.IsDone) && PreparesBesideServing;

    /// <summary>
    /// Whether all is done, and only the connection that its country has confirmed has to exchange: who is live takes part for real.
    /// </summary>
    public bool WaitsForServing => IsBeforeLive && Steps.All(step => step.IsDone) && LacksExchange;

    /// <summary>Whether everybody sees it as live, and the connection that its country has confirmed exchanges nothing.</summary>
    public bool IsSilent => IsLive && LacksExchange;

    /// <returns>Null where the step is none of the way that the organization takes.</returns>
    public IntegrationStepState? StateOf(IntegrationStep step) => Steps.FirstOrDefault(seen => seen.Step == step)?.State;

    private bool IsForTesting(StepProgress step) => IntegrationSteps.ForTesting(Nppo.Organization.System).Contains(step.Step);
}

/// <summary>Reads how far organizations have come: what was said, and what each slice sees by itself.</summary>
internal sealed class IntegrationProgress(
    IEnumerable<IIntegrationEvidence> evidence, IIntegrationRemark remark, IOptions<HubOptions> hub, TimeProvider time)
{
    public async Task<IReadOnlyList<NppoProgress>> ReadAsync(ConsoleDbContext db, IReadOnlyList<Nppo> nppos, CancellationToken ct)
    {
        var ids = nppos.Select(nppo => nppo.Id).ToList();
        var paths = await db.Set<IntegrationPath>().AsNoTracking().Where(path => ids.Contains(path.Id))
            .ToDictionaryAsync(path => path.Id, ct);
        Dictionary<(IntegrationStep Step, Guid Nppo), IntegrationEvidence> seen = [];
        foreach (var source in evidence)
        {
            foreach (var (nppo, found) in await source.FindAsync(db, ids, ct)) seen.TryAdd((source.Step, nppo), found);
        }

        var used = await remark.FindAsync(db, ids, ct);
        var served = await db.ServedAsync(hub.Value.Here, time.GetUtcNow().UtcDateTime, ct);
        var serves = served.Values.ToLookup(one => one.NppoId);
        var own = await db.SettingsOfAsync(ids, hub.Value.Here, ct);
        return
        [
            .. nppos.Select(nppo => new NppoProgress(
                nppo, [.. IntegrationSteps.Of(nppo.Organization.System).Select(
                    step => Of(step, paths.GetValueOrDefault(nppo.Id)?.RecordOf(step),
                        seen.GetValueOrDefault((step, nppo.Id))) with
                    {
                        Used = used.TryGetValue((step, nppo.Id), out var at) ? at : null,
                        TriedOn = remark.PageFor(step),
                    })], ThroughOf(nppo), ServedThrough.IsLackedBy(nppo, [.. own[nppo.Id]], ThroughOf(nppo)))
                {
                    Serves = [.. serves[nppo.Id]],
                }),
        ];

        ServedThrough? ThroughOf(Nppo nppo) => nppo.CurrentCountryCode is { } country ? served.GetValueOrDefault(country) : null;
    }

    private StepProgress Of(IntegrationStep step, StepRecord? record, IntegrationEvidence? found)
    {
        // A message that the hub sent back is shown beside its answer, and no more once the step stands on something else.
        var seen = found is { TrackingNumber: not null } && record is { State: not IntegrationStepState.SentBack }
            && record.Outweighs(found.At) ? null : found;
        var seenHere = seen is { IsFromTest: false, TrackingNumber: { } number } ? number : null;
        return new(step, StateOf(record, seen), record, seen?.At, seen?.By, seen?.TrackingNumber, seen?.IsFromTest is true)
        {
            Calls = seenHere is null ? null : remark.CallsAbout(seenHere, forHub: false),
            HubCalls = seenHere is null ? null : remark.CallsAbout(seenHere, forHub: true),
        };
    }

    // What the sandbox saw after somebody reported it by hand needs nobody's look any more, unless the hub sent the step back before:
    // then it has to look at the new message.
    private static IntegrationStepState StateOf(StepRecord? record, IntegrationEvidence? seen) => record?.State switch
    {
        null => seen is null ? IntegrationStepState.Open : IntegrationStepState.Done,
        IntegrationStepState.Reported when seen?.TrackingNumber is not null && !record.WasSentBack() => IntegrationStepState.Done,
        IntegrationStepState.SentBack when seen?.TrackingNumber is not null && !record.Outweighs(seen.At) => IntegrationStepState.Reported,
        var said => said.Value,
    };
}

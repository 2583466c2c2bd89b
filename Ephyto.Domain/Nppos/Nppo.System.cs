using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Registrations;

namespace Ephyto.Domain.Nppos;

/// <summary>The system of others by which an organization exchanges, in its own words.</summary>
/// <param name="Name">Such as that of the system or of whoever runs it.</param>
/// <param name="Since">The first day on which it exchanged for the country.</param>
/// <param name="Sends">Whether it sends ePhytos for the country.</param>
/// <param name="Receives">Whether it receives ePhytos for the country.</param>
/// <param name="NamedBy">An account of the organization.</param>
/// <param name="NamedAt">UTC.</param>
public sealed record ServingSystem(string Name, DateOnly Since, bool Sends, bool Receives, Guid NamedBy, DateTime NamedAt)
{
    public const int LongestName = 200;

    /// <summary>Whether both say the same, whoever said it when.</summary>
    public bool SaysWhat(ServingSystem? other) =>
        other is not null && (Name, Since, Sends, Receives) == (other.Name, other.Since, other.Sends, other.Receives);
}

/// <summary>What is said of the system of others, as it was typed.</summary>
public sealed record NamedSystem(string? Name, DateOnly? Since, bool Sends, bool Receives);

/// <content>By what the organization exchanges: its steps to live exchange follow from it.</content>
public sealed partial class Nppo
{
    /// <summary>What was named last; it counts while the organization exchanges through another system.</summary>
    public ServingSystem? Serving { get; private set; }

    /// <summary>
    /// Since when its own connections rest, UTC: it has left its own system for another one. Null where they count; so do those of who
    /// never had a national system here, and kept a connection from an earlier console.
    /// </summary>
    public DateTime? LeftOwnSystemAt { get; private set; }

    /// <summary>Whether its own connections count for nothing: they are there again as soon as it goes back to its own system.</summary>
    public bool HasLeftOwnSystem => LeftOwnSystemAt is not null;

    /// <summary>The system by which others exchange for it; null where none does, or none is named yet.</summary>
    public ServingSystem? ServedBy => Organization.System == ExchangeSystem.ThroughAnotherSystem ? Serving : null;

    /// <summary>
    /// Whether something of it can be changed in this state: the system as long as no step has led to testing, the one that serves at
    /// any time.
    /// </summary>
    public bool MayChangeSystem => Status == NppoStatus.Onboarding
        || (Status is not (NppoStatus.Suspended or NppoStatus.Closed) && Organization.System == ExchangeSystem.ThroughAnotherSystem);

    /// <summary>
    /// Another way to exchange, as long as none of its steps has led anywhere; the system of others may be named anew at any time.
    /// </summary>
    /// <param name="system">From now on.</param>
    /// <param name="named">Which one serves it; without meaning where none does.</param>
    /// <param name="by">An account of the organization.</param>
    /// <param name="now">UTC.</param>
    /// <param name="isServed">Whether the country has confirmed a connection that exchanges for it: nothing is named by hand then.</param>
    /// <param name="serves">Whether its own connections serve other countries, or have asked them.</param>
    /// <param name="servedUntil">
    /// The first day on which a confirmed connection no longer exchanges for it, where notice is given: what comes then is named before.
    /// </param>
    public Result ChangeSystem(
        ExchangeSystem system, NamedSystem named, Guid by, DateTime now, bool isServed = false, bool serves = false,
        DateOnly? servedUntil = null)
    {
        var before = Organization.System;
        if (!MayChangeSystem || (system != before && Status != NppoStatus.Onboarding)) return IntegrationErrors.NotPossibleNow;
        if (serves && before == ExchangeSystem.NationalSystem && system != before) return IntegrationErrors.ServesOthers;

        var serving = Serving;
        if (system == ExchangeSystem.ThroughAnotherSystem && !isServed)
        {
            if (FreeText.Line(named.Name, ServingSystem.LongestName) is not { } name) return IntegrationErrors.SystemNameNeeded;
            if (named.Since is not { } since || since > (servedUntil ?? DateOnly.FromDateTime(now))) return IntegrationErrors.SinceNeeded;
            if (named is { Sends: false, Receives: false }) return IntegrationErrors.DirectionNeeded;
            serving = new(name, since, named.Sends, named.Receives, by, now);
        }

        if (system == before && (isServed || (ServedBy is null ? system != ExchangeSystem.ThroughAnotherSystem
            : serving!.SaysWhat(ServedBy))))
            return Result.Success();
        (Organization, Serving) = (Organization with { System = system }, serving);
        if (system == ExchangeSystem.NationalSystem) LeftOwnSystemAt = null;
        else if (before == ExchangeSystem.NationalSystem) LeftOwnSystemAt = now;
        Raise(new NppoSystemChanged(Id, before, system, ServedBy?.Since, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>Whether it exchanges now without a system of others.</summary>
    /// <param name="connections">Its own.</param>
    public bool ExchangesItself(IReadOnlyCollection<ConnectionSettings> connections) => Status == NppoStatus.Live
        && (OverOwn(connections) || Organization.System == ExchangeSystem.GeNS);

    /// <summary>
    /// Whether it has a way of its own by which it exchanges for real, or will again as soon as the hub lets it: nobody else is asked to.
    /// </summary>
    /// <param name="connections">Its own.</param>
    public bool HasWayOfItsOwn(IReadOnlyCollection<ConnectionSettings> connections) =>
        (Status == NppoStatus.Live || StatusBeforeSuspension == NppoStatus.Live)
        && (Organization.System != ExchangeSystem.ThroughAnotherSystem || OverOwn(connections));

    /// <summary>The system of others by which it exchanges now; null where it has another way, or is not live.</summary>
    /// <param name="connections">Its own.</param>
    public ServingSystem? ExchangesBy(IReadOnlyCollection<ConnectionSettings> connections) =>
        Status == NppoStatus.Live && !ExchangesItself(connections) ? ServedBy : null;

    /// <summary>
    /// Whether it is to exchange through another system, has named none and kept no connection of its own: then only a connection that
    /// its country has confirmed exchanges for it.
    /// </summary>
    /// <param name="connections">Its own.</param>
    public bool RestsOnConfirmedServing(IReadOnlyCollection<ConnectionSettings> connections) =>
        Organization.System == ExchangeSystem.ThroughAnotherSystem && Serving is null && !OverOwn(connections);

    /// <summary>Whether ePhytos are sent and received for the country now.</summary>
    /// <param name="connections">Its own. Who kept one exchanges over it, whatever was chosen later.</param>
    public (bool Sends, bool Receives) Exchanges(IReadOnlyCollection<ConnectionSettings> connections)
    {
        if (Status != NppoStatus.Live) return (false, false);
        if (OverOwn(connections))
            return (connections.Any(settings => settings.Send), connections.Any(settings => settings.Receive));
        return Organization.System == ExchangeSystem.GeNS ? (true, true)
            : ServedBy is { } serving ? (serving.Sends, serving.Receives) : (false, false);
    }

    private bool OverOwn(IReadOnlyCollection<ConnectionSettings> connections) =>
        !HasLeftOwnSystem && connections.Any(settings => settings.Send || settings.Receive);
}

/// <param name="From">The system before.</param>
/// <param name="To">The system now: the same where only the system of others was named anew.</param>
/// <param name="Since">Since when the system of others exchanges for the country; null where none does.</param>
public sealed record NppoSystemChanged(
    Guid NppoId, ExchangeSystem From, ExchangeSystem To, DateOnly? Since, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "nppo.system-changed";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId)];

    public override IReadOnlyDictionary<string, EventFact> Facts => new Dictionary<string, EventFact>
    {
        ["system"] = EventFact.Term(To),
        [$"system{Before}"] = EventFact.Term(From),
        ["since"] = EventFact.Day(Since),
    };
}

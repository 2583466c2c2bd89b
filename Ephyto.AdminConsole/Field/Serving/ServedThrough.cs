using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Serving;

/// <summary>The connection of another organization that a country has agreed to be served by.</summary>
/// <param name="CountryCode">The served country.</param>
/// <param name="NppoId">Whose connection it is.</param>
/// <param name="Organization">Whose connection it is, as it calls itself.</param>
/// <param name="Connection">The code of the connection.</param>
/// <param name="ConfirmedAt">UTC.</param>
/// <param name="Sends">
/// Whether it sends for the country now: it does, and the contact point has agreed; never while its organization is not live.
/// </param>
/// <param name="Receives">Whether it receives for the country now.</param>
/// <param name="ExchangesSince">Since when it does one of them, UTC; null where it does neither.</param>
/// <param name="EndsOn">The first day on which it no longer serves the country, where notice is given.</param>
/// <param name="IsSet">Whether the connection is set to send or to receive, also while its organization is not live.</param>
/// <param name="AsksMore">Whether the contact point has yet to agree to a part of what the connection does.</param>
public sealed record ServedThrough(
    string CountryCode, Guid NppoId, string Organization, string Connection, DateTime ConfirmedAt, bool Sends, bool Receives,
    DateTime? ExchangesSince, DateOnly? EndsOn, bool IsSet, bool AsksMore = false)
{
    public bool Exchanges => Sends || Receives;

    /// <summary>Whether it is the way by which ePhytos are exchanged for the country now, as everybody reads it.</summary>
    /// <param name="nppo">The organization of the country; null where it has none.</param>
    /// <param name="own">Its own connections.</param>
    public bool CountsFor(Nppo? nppo, IReadOnlyCollection<ConnectionSettings> own) =>
        Exchanges && (nppo is null || (nppo.Status != NppoStatus.Suspended && !nppo.ExchangesItself(own)));

    /// <summary>Whether an organization exchanges through another system, and none exchanges anything for it.</summary>
    /// <param name="nppo">The organization.</param>
    /// <param name="own">Its own connections.</param>
    /// <param name="through">What its country has confirmed; null where it has not, or where that has ended.</param>
    public static bool IsLackedBy(Nppo nppo, IReadOnlyCollection<ConnectionSettings> own, ServedThrough? through) =>
        nppo.RestsOnConfirmedServing(own) && through is not { Exchanges: true };

    /// <summary>Whether everybody sees it as live, and nothing is exchanged for it any more.</summary>
    /// <inheritdoc cref="IsLackedBy"/>
    public static bool LeavesSilent(Nppo nppo, IReadOnlyCollection<ConnectionSettings> own, ServedThrough? through) =>
        nppo.Status == NppoStatus.Live && IsLackedBy(nppo, own, through);
}

internal static class ServedCountries
{
    /// <summary>By the served country; only what a connection of this environment does counts.</summary>
    /// <param name="here">The environment of the console.</param>
    /// <param name="now">UTC. A notice whose day has come counts before the clock has looked at it.</param>
    public static async Task<IReadOnlyDictionary<string, ServedThrough>> ServedAsync(
        this ConsoleDbContext db, HubEnvironment here, DateTime now, CancellationToken ct)
    {
        var found = await db.ServedNow(here, now)
            .Join(db.Set<Connection>(), serving => serving.ConnectionId, connection => connection.Id,
                (serving, connection) => new { serving, connection })
            .Join(db.Set<Nppo>(), pair => pair.serving.NppoId, nppo => nppo.Id, (pair, nppo) => new { pair.serving, pair.connection, nppo })
            .ToListAsync(ct);
        return found.ToDictionary(one => one.serving.CountryCode, one => Of(one.serving, one.connection.Settings, one.nppo));
    }

    /// <summary>What counts now, for questions to the store.</summary>
    /// <param name="here">The environment of the console.</param>
    /// <param name="now">UTC.</param>
    public static IQueryable<ServedCountry> ServedNow(this ConsoleDbContext db, HubEnvironment here, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        return db.Set<ServedCountry>().AsNoTracking()
            .Where(serving => (serving.State == ServingState.Confirmed || serving.State == ServingState.Ending)
                && (serving.EndsOn == null || serving.EndsOn > today)
                && db.Set<Connection>().Any(connection => connection.Id == serving.ConnectionId
                    && (connection.Environment == null || connection.Environment == here)));
    }

    /// <summary>What the country of an organization has agreed to; null where it has not, and where its membership has ended.</summary>
    public static async Task<ServedThrough?> ServedAsync(
        this ConsoleDbContext db, Nppo nppo, HubEnvironment here, DateTime now, CancellationToken ct) =>
        nppo.CurrentCountryCode is { } country ? (await db.ServedAsync(here, now, ct)).GetValueOrDefault(country) : null;

    /// <summary>Live organizations for which nothing is exchanged: the system of others by which they exchange does so no more.</summary>
    /// <param name="here">The environment of the console.</param>
    /// <param name="now">UTC.</param>
    public static async Task<IReadOnlyList<Nppo>> LiveWithoutExchangeAsync(
        this ConsoleDbContext db, HubEnvironment here, DateTime now, CancellationToken ct)
    {
        var nppos = await db.Set<Nppo>().AsNoTracking()
            .Where(nppo => nppo.Status == NppoStatus.Live && nppo.Organization.System == ExchangeSystem.ThroughAnotherSystem)
            .ToListAsync(ct);
        if (nppos.Count == 0) return nppos;
        var own = await db.SettingsOfAsync(nppos.ConvertAll(nppo => nppo.Id), here, ct);
        var served = await db.ServedAsync(here, now, ct);
        return nppos.FindAll(nppo => ServedThrough.LeavesSilent(nppo, [.. own[nppo.Id]], served.GetValueOrDefault(nppo.CountryCode)));
    }

    /// <summary>What the connections of organizations do in this environment, by the organization.</summary>
    public static async Task<ILookup<Guid, ConnectionSettings>> SettingsOfAsync(
        this ConsoleDbContext db, IReadOnlyCollection<Guid> nppoIds, HubEnvironment here, CancellationToken ct) =>
        (await db.Set<Connection>().AsNoTracking().Where(one => nppoIds.Contains(one.NppoId)).ToListAsync(ct))
            .Where(one => one.IsOf(here)).ToLookup(one => one.NppoId, one => one.Settings);

    private static ServedThrough Of(ServedCountry serving, ConnectionSettings settings, Nppo nppo)
    {
        var (isLive, confirmed) = (nppo.Status == NppoStatus.Live, serving.ConfirmedAt!.Value);
        var counted = isLive ? serving.Counted(ServedExchange.Of(settings)) : new(false, false);
        return new(serving.CountryCode, nppo.Id, nppo.Organization.Name, serving.ConnectionCode, confirmed, counted.Sends, counted.Receives,
            counted is not (false, false) ? (confirmed > nppo.StatusSince ? confirmed : nppo.StatusSince) : null, serving.EndsOn,
            settings.IsSet, serving.AsksMore(ServedExchange.Of(settings)));
    }
}

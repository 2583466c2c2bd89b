using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Countries;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <param name="Organization">Whose connection serves, or is to serve, the country of the reader's organization.</param>
/// <param name="IsLive">Whether that organization exchanges for real.</param>
/// <param name="Settings">Of the connection.</param>
public sealed record ServedBy(ServedCountry Serving, string Organization, bool IsLive, ConnectionSettings Settings)
{
    /// <summary>Whether the contact point has yet to agree to a part of what the connection does.</summary>
    public bool AsksMore => Serving.AsksMore(ServedExchange.Of(Settings));
}

/// <summary>Why a country cannot be named now.</summary>
public enum ServingHindrance
{
    /// <summary>A connection of the reader's organization serves it, or its contact point has been asked.</summary>
    Named,

    /// <summary>Another organization has asked its contact point.</summary>
    AskedByAnother,
    ServedByAnother,

    /// <summary>It has a way of its own, or serves others.</summary>
    ExchangesItself,

    /// <summary>Its contact point has declined a short time ago.</summary>
    Declined,
}

/// <summary>A country whose official contact point the directory knows.</summary>
/// <param name="Hindrance">Why it cannot be named now; null where it can.</param>
/// <param name="Day">
/// On which it was asked by another organization, on which its serving ends, or on which it can be asked again; null where none is known.
/// </param>
public sealed record ServingChoice(Country Country, ServingHindrance? Hindrance = null, DateOnly? Day = null);

/// <param name="Nppo">The organization.</param>
/// <param name="Connections">Those by which something is exchanged here, by their codes.</param>
/// <param name="Serves">The countries that they serve, or were to; the open ones first.</param>
/// <param name="ServedBy">What is agreed, or asked, for its own country; null where nothing is.</param>
/// <param name="Choices">Countries that have an official contact point, with what hinders to ask it; empty for who may ask nobody.</param>
/// <param name="Askable">How many of them may be asked now.</param>
/// <param name="MayAsk">Whether the reader may name countries.</param>
/// <param name="MayEnd">Whether the reader may take back and end.</param>
/// <param name="AgainFrom">
/// When the message by which more is agreed to may be sent once more, UTC, by the id of the served country; only where it may not be now.
/// </param>
public sealed record ServingView(
    Nppo Nppo, IReadOnlyList<Connection> Connections, IReadOnlyList<ServedCountry> Serves, ServedBy? ServedBy,
    IReadOnlyList<ServingChoice> Choices, int Askable, bool MayAsk, bool MayEnd, IReadOnlyDictionary<Guid, DateTime> AgainFrom)
{
    /// <summary>Whether the contact point of a served country has yet to agree to a part of what the connection does.</summary>
    public bool AsksMore(ServedCountry serving) =>
        Connections.FirstOrDefault(one => one.Id == serving.ConnectionId) is { } connection
            && serving.AsksMore(ServedExchange.Of(connection.Settings));
}

/// <summary>Which countries the connections of an organization serve, and which connection serves its own.</summary>
internal sealed class ViewServing(
    IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries, EmailLimits limits, IOptions<HubOptions> hub,
    TimeProvider time)
{
    public async Task<Result<ServingView>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, nppoId, ct) is { } refusal) return refusal;
        if (await db.Set<Nppo>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == nppoId, ct) is not { } nppo) return AccessErrors.NotFound;

        var connections = (await db.Set<Connection>().AsNoTracking().Where(c => c.NppoId == nppoId).OrderBy(c => c.Code).ToListAsync(ct))
            .Where(c => !nppo.HasLeftOwnSystem && c.Settings.IsSet && c.IsOf(hub.Value.Here)).ToList();
        var serves = (await db.Set<ServedCountry>().AsNoTracking().Where(one => one.NppoId == nppoId).ToListAsync(ct))
            .Where(one => one.IsOpen || !nppo.HasLeftOwnSystem).OrderBy(one => one.IsOpen ? 0 : 1)
            .ThenBy(one => countries.NameOf(one.CountryCode), CountryCatalogue.ByName)
            .ThenByDescending(one => one.StateSince).ToList();
        var servedBy = nppo.CurrentCountryCode is not { } country ? null
            : await db.Set<ServedCountry>().AsNoTracking().Where(one => one.OpenCountryCode == country)
                .Join(db.Set<Nppo>(), one => one.NppoId, other => other.Id,
                    (one, other) => new { one, other.Organization.Name, IsLive = other.Status == NppoStatus.Live })
                .Join(db.Set<Connection>(), pair => pair.one.ConnectionId, connection => connection.Id,
                    (pair, connection) => new ServedBy(pair.one, pair.Name, pair.IsLive, connection.Settings))
                .SingleOrDefaultAsync(ct);
        var mayAsk = connections.Count > 0 && await db.AllowsOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, ct);
        var view = new ServingView(
            nppo, connections, serves, servedBy, mayAsk ? await ChoicesAsync(db, nppo, ct) : [],
            mayAsk ? await db.AskableAsync(nppoId, time.GetUtcNow().UtcDateTime, ct) : 0, mayAsk,
            await db.MayEndServingAsync(actor, nppoId, ct), new Dictionary<Guid, DateTime>());
        return mayAsk ? view with { AgainFrom = await AgainFromAsync(db, view, actor, ct) } : view;
    }

    private async Task<Dictionary<Guid, DateTime>> AgainFromAsync(
        ConsoleDbContext db, ServingView view, Actor actor, CancellationToken ct)
    {
        var (now, from) = (time.GetUtcNow().UtcDateTime, new Dictionary<Guid, DateTime>());
        foreach (var serving in view.Serves.Where(view.AsksMore))
        {
            if ((await db.CurrentContactAsync(serving.CountryCode, ct))?.Details.Email is not { } reader) continue;
            var allowed = await limits.NextAsync(EmailCause.ServingRequest, reader, [actor.Id.ToString()], ct);
            var rested = serving.ToldAt + ServedCountry.PauseOfAsking;
            if ((allowed > rested ? allowed : rested ?? allowed) is { } next && next > now) from[serving.Id] = next;
        }

        return from;
    }

    // What cannot be named stands there too, with the reason: whoever looks for a country finds it.
    private async Task<IReadOnlyList<ServingChoice>> ChoicesAsync(ConsoleDbContext db, Nppo nppo, CancellationToken ct)
    {
        var open = await db.Set<ServedCountry>().AsNoTracking().Where(one => one.OpenCountryCode != null)
            .ToDictionaryAsync(one => one.CountryCode, ct);
        var answering = (await db.Set<ContactPoint>().AsNoTracking().Where(c => c.CurrentCountryCode != null).ToListAsync(ct))
            .Where(ServedCountry.CanAnswer).Select(contact => contact.CountryCode).ToHashSet();
        var itself = await db.ExchangingThemselvesAsync(hub.Value.Here, null, ct);
        var declined = await db.DeclinedAsync(nppo.Id, time.GetUtcNow().UtcDateTime, ct);
        return [.. countries.Search(null)
            .Where(country => country.MayTakePart && country.Code != nppo.CountryCode && answering.Contains(country.Code))
            .Select(country => itself.Contains(country.Code) ? new(country, ServingHindrance.ExchangesItself)
                : open.TryGetValue(country.Code, out var named) ? Of(country, named, nppo)
                : declined.TryGetValue(country.Code, out var from) ? new(country, ServingHindrance.Declined, from)
                : new ServingChoice(country))];
    }

    private static ServingChoice Of(Country country, ServedCountry named, Nppo reader) =>
        named.NppoId == reader.Id ? new(country, ServingHindrance.Named)
        : named.Serves ? new(country, ServingHindrance.ServedByAnother, named.EndsOn)
        : new(country, ServingHindrance.AskedByAnother, DateOnly.FromDateTime(named.AskedAt));
}

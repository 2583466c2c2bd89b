using System.Globalization;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Countries;
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

/// <param name="Nppo">The organization.</param>
/// <param name="Connections">Those by which something is exchanged here, by their codes.</param>
/// <param name="Serves">The countries that they serve, or were to; the open ones first.</param>
/// <param name="ServedBy">What is agreed, or asked, for its own country; null where nothing is.</param>
/// <param name="Choices">Countries whose official contact point could be asked; empty for who may ask nobody.</param>
/// <param name="MayAsk">Whether the reader may name countries.</param>
/// <param name="MayEnd">Whether the reader may take back and end.</param>
public sealed record ServingView(
    Nppo Nppo, IReadOnlyList<Connection> Connections, IReadOnlyList<ServedCountry> Serves, ServedBy? ServedBy,
    IReadOnlyList<Country> Choices, bool MayAsk, bool MayEnd)
{
    /// <summary>Whether the contact point of a served country has yet to agree to a part of what the connection does.</summary>
    public bool AsksMore(ServedCountry serving) =>
        Connections.FirstOrDefault(one => one.Id == serving.ConnectionId) is { } connection
            && serving.AsksMore(ServedExchange.Of(connection.Settings));
}

/// <summary>Which countries the connections of an organization serve, and which connection serves its own.</summary>
internal sealed class ViewServing(IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries, IOptions<HubOptions> hub)
{
    public async Task<Result<ServingView>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, nppoId, ct) is { } refusal) return refusal;
        if (await db.Set<Nppo>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == nppoId, ct) is not { } nppo) return AccessErrors.NotFound;

        var connections = (await db.Set<Connection>().AsNoTracking().Where(c => c.NppoId == nppoId).OrderBy(c => c.Code).ToListAsync(ct))
            .Where(c => c.Settings.IsSet && c.IsOf(hub.Value.Here)).ToList();
        var byName = StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true);
        var serves = (await db.Set<ServedCountry>().AsNoTracking().Where(one => one.NppoId == nppoId).ToListAsync(ct))
            .OrderBy(one => one.IsOpen ? 0 : 1).ThenBy(one => countries.NameOf(one.CountryCode), byName)
            .ThenByDescending(one => one.StateSince).ToList();
        var servedBy = nppo.CurrentCountryCode is not { } country ? null
            : await db.Set<ServedCountry>().AsNoTracking().Where(one => one.OpenCountryCode == country)
                .Join(db.Set<Nppo>(), one => one.NppoId, other => other.Id,
                    (one, other) => new { one, other.Organization.Name, IsLive = other.Status == NppoStatus.Live })
                .Join(db.Set<Connection>(), pair => pair.one.ConnectionId, connection => connection.Id,
                    (pair, connection) => new ServedBy(pair.one, pair.Name, pair.IsLive, connection.Settings))
                .SingleOrDefaultAsync(ct);
        var mayAsk = connections.Count > 0 && await db.AllowsOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, ct);
        return new ServingView(
            nppo, connections, serves, servedBy, mayAsk ? await ChoicesAsync(db, nppo, ct) : [], mayAsk,
            await db.MayEndServingAsync(actor, nppoId, ct));
    }

    private async Task<IReadOnlyList<Country>> ChoicesAsync(ConsoleDbContext db, Nppo nppo, CancellationToken ct)
    {
        var open = await db.Set<ServedCountry>().Where(one => one.OpenCountryCode != null).Select(one => one.CountryCode)
            .ToHashSetAsync(ct);
        var answering = (await db.Set<ContactPoint>().AsNoTracking().Where(c => c.CurrentCountryCode != null).ToListAsync(ct))
            .Where(ServedCountry.CanAnswer).Select(contact => contact.CountryCode).ToHashSet();
        var itself = await db.ExchangingThemselves().Select(other => other.CountryCode).ToHashSetAsync(ct);
        return [.. countries.Search(null).Where(country => country.MayTakePart && country.Code != nppo.CountryCode
            && answering.Contains(country.Code) && !open.Contains(country.Code) && !itself.Contains(country.Code))];
    }
}

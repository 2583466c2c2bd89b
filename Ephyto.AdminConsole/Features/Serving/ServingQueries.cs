using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Serving;

/// <summary>The few queries that several parts of the slice share.</summary>
internal static class ServingQueries
{
    /// <summary>The member organization of a country now; null where it has none.</summary>
    public static Task<Guid?> NppoOfCountryAsync(this ConsoleDbContext db, string countryCode, CancellationToken ct) =>
        db.Set<Nppo>().Where(nppo => nppo.CurrentCountryCode == countryCode).Select(nppo => (Guid?)nppo.Id).SingleOrDefaultAsync(ct);

    /// <summary>Countries whose organization has a way of its own, or serves others: no connection serves them.</summary>
    /// <param name="here">The environment of the console.</param>
    /// <param name="country">Only this one; null: all.</param>
    public static async Task<IReadOnlySet<string>> ExchangingThemselvesAsync(
        this ConsoleDbContext db, HubEnvironment here, string? country, CancellationToken ct)
    {
        var nppos = await db.Set<Nppo>().AsNoTracking()
            .Where(nppo => nppo.CurrentCountryCode != null && (country == null || nppo.CurrentCountryCode == country)).ToListAsync(ct);
        var own = await db.SettingsOfAsync(nppos.ConvertAll(nppo => nppo.Id), here, ct);
        var serving = await db.Set<ServedCountry>().Where(one => one.OpenCountryCode != null).Select(one => one.NppoId)
            .ToHashSetAsync(ct);
        return nppos.Where(nppo => serving.Contains(nppo.Id) || nppo.HasWayOfItsOwn([.. own[nppo.Id]])).Select(nppo => nppo.CountryCode)
            .ToHashSet();
    }

    public static async Task<bool> ExchangesItselfAsync(
        this ConsoleDbContext db, string countryCode, HubEnvironment here, CancellationToken ct) =>
        (await db.ExchangingThemselvesAsync(here, countryCode, ct)).Count > 0;

    /// <summary>
    /// The countries whose present contact point has declined, by the first day on which this organization may ask them again.
    /// </summary>
    /// <param name="now">UTC.</param>
    public static async Task<IReadOnlyDictionary<string, DateOnly>> DeclinedAsync(
        this ConsoleDbContext db, Guid nppoId, DateTime now, CancellationToken ct)
    {
        var earliest = now.AddDays(-ServedCountry.DaysAfterDeclined - 1);
        var declined = await db.Set<ServedCountry>()
            .Where(one => one.NppoId == nppoId && one.State == ServingState.Declined && one.StateSince > earliest
                && db.Set<ContactPoint>().Any(contact => contact.Id == one.ContactPointId && contact.CurrentCountryCode != null))
            .Select(one => new { one.CountryCode, one.StateSince }).ToListAsync(ct);
        return declined.GroupBy(one => one.CountryCode, one => ServedCountry.AskableFrom(one.StateSince))
            .Select(days => (Country: days.Key, From: days.Max())).Where(one => one.From > DateOnly.FromDateTime(now))
            .ToDictionary(one => one.Country, one => one.From);
    }

    /// <summary>How many contact points the organization may still ask now.</summary>
    /// <param name="now">UTC.</param>
    public static async Task<int> AskableAsync(this ConsoleDbContext db, Guid nppoId, DateTime now, CancellationToken ct)
    {
        var (own, yesterday) = (db.Set<ServedCountry>().Where(one => one.NppoId == nppoId), now.AddDays(-1));
        var taken = Math.Max(
            await own.CountAsync(one => one.State == ServingState.Asked, ct), await own.CountAsync(one => one.AskedAt > yesterday, ct));
        return Math.Max(0, ServedCountry.MostAsked - taken);
    }

    /// <summary>It, and whose connection serves.</summary>
    public static async Task<ServingMatter> MatterAsync(this ConsoleDbContext db, ServedCountry serving, CancellationToken ct)
    {
        var nppo = await db.Set<Nppo>().FindAsync([serving.NppoId], ct)
            ?? throw new InvalidOperationException("A connection that serves a country belongs to an NPPO that is not there.");
        // In a save that changes it, as it is going to be.
        var connection = await db.Set<Connection>().FindAsync([serving.ConnectionId], ct)
            ?? throw new InvalidOperationException("A connection that serves a country is not there.");
        var asker = await db.Users.AsNoTracking().Where(user => user.Id == serving.AskedBy).Select(user => user.DisplayName)
            .SingleOrDefaultAsync(ct);
        return new(serving, nppo, connection.Settings, asker);
    }
}

/// <summary>What there is to say of a country and the connection that serves it, or is to.</summary>
/// <param name="Nppo">Whose connection it is.</param>
/// <param name="Settings">Of the connection, as they are now.</param>
/// <param name="Asker">The name of who asked last, whom the contact point may ask back; null where the account is gone.</param>
public sealed record ServingMatter(ServedCountry Serving, Nppo Nppo, ConnectionSettings Settings, string? Asker)
{
    /// <summary>What the connection does for the country as it is set now; nothing once that has ended.</summary>
    public ServedExchange Exchange => Serving.IsOpen ? ServedExchange.Of(Settings) : new(false, false);

    /// <summary>What of that counts: no more than the contact point has agreed to.</summary>
    public ServedExchange Counted => Serving.Counted(Exchange);

    public bool AsksMore => Serving.AsksMore(Exchange);

    /// <summary>The Hub has suspended the organization: nothing is exchanged by its connection meanwhile.</summary>
    public bool IsSuspended => Serving.IsOpen && Nppo.Status == NppoStatus.Suspended;
}

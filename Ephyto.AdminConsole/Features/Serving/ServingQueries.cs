using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Serving;

/// <summary>The few queries that several parts of the slice share.</summary>
internal static class ServingQueries
{
    /// <summary>The member organization of a country now; null where it has none.</summary>
    public static Task<Guid?> NppoOfCountryAsync(this ConsoleDbContext db, string countryCode, CancellationToken ct) =>
        db.Set<Nppo>().Where(nppo => nppo.CurrentCountryCode == countryCode).Select(nppo => (Guid?)nppo.Id).SingleOrDefaultAsync(ct);

    /// <summary>Organizations that are live by a connection of their own, or serve others: no connection serves their country.</summary>
    public static IQueryable<Nppo> ExchangingThemselves(this ConsoleDbContext db) =>
        db.Set<Nppo>().Where(nppo => nppo.CurrentCountryCode != null
            && ((nppo.Status == NppoStatus.Live && nppo.Organization.System == ExchangeSystem.NationalSystem)
                || db.Set<ServedCountry>().Any(one => one.NppoId == nppo.Id && one.OpenCountryCode != null)));

    public static Task<bool> ExchangesItselfAsync(this ConsoleDbContext db, string countryCode, CancellationToken ct) =>
        db.ExchangingThemselves().AnyAsync(nppo => nppo.CurrentCountryCode == countryCode, ct);

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
    /// <summary>What the connection does for the country as it is set now.</summary>
    public ServedExchange Exchange => ServedExchange.Of(Settings);

    /// <summary>What of that counts: no more than the contact point has agreed to.</summary>
    public ServedExchange Counted => Serving.Counted(Exchange);

    public bool AsksMore => Serving.AsksMore(Exchange);
}

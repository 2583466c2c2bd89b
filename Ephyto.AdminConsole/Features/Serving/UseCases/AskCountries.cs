using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <param name="ConnectionId">Which is to serve them.</param>
/// <param name="Countries">Their codes.</param>
internal sealed record AskCountriesRequest(Guid NppoId, Guid ConnectionId, IReadOnlyList<string> Countries);

/// <param name="Country">Its code.</param>
/// <param name="Refusal">Why its contact point was not asked; null where it was.</param>
public sealed record AskedCountry(string Country, DomainError? Refusal);

/// <summary>An organization names countries for which its connection is to exchange: each contact point is asked by itself.</summary>
internal sealed class AskCountries(
    IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries, EmailLimits limits, IOptions<HubOptions> hub,
    TimeProvider time)
{
    /// <summary>More than any organization serves; each is a transaction of its own.</summary>
    public const int Most = 60;

    public async Task<Result<IReadOnlyList<AskedCountry>>> HandleAsync(AskCountriesRequest request, Actor actor, CancellationToken ct)
    {
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, request.NppoId, ct) is { } refusal) return refusal;
        }

        List<string> named = [.. request.Countries.Select(code => countries.Find(code)).Where(country => country is { MayTakePart: true })
            .Select(country => country!.Code).Distinct().Take(Most)];
        if (named.Count == 0) return ServingErrors.CountryNeeded;
        List<AskedCountry> asked = [];
        foreach (var country in named) asked.Add(new(country, await AskAsync(request, country, actor, ct)));
        return asked;
    }

    private async Task<DomainError?> AskAsync(AskCountriesRequest request, string country, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        // The organization is not closed, and nobody's right ends, between the look and the save.
        await using var transaction = await db.LockNppoAsync(request.NppoId, ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, request.NppoId, ct) is { } refusal) return refusal;
        var contact = await db.CurrentContactAsync(country, ct);
        if (contact is { Details.Email: var reader }
            && !await limits.AllowAsync(db, EmailCause.ServingRequest, reader, [actor.Id.ToString()], ct)) return EmailErrors.TooMany;
        var connection = await db.Set<Connection>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == request.ConnectionId && one.NppoId == request.NppoId, ct);
        if (connection is null) return AccessErrors.NotFound;
        if (await db.Set<ServedCountry>().AnyAsync(one => one.OpenCountryCode == country, ct)) return ServingErrors.Taken;

        var own = await db.Set<Nppo>().Where(n => n.Id == request.NppoId).Select(n => n.CountryCode).SingleAsync(ct);
        if (await db.Set<ServedCountry>().AnyAsync(one => one.OpenCountryCode == own, ct)) return ServingErrors.IsServed;
        if (country != own && await db.ExchangesItselfAsync(country, ct)) return ServingErrors.ExchangesItself;
        var made = ServedCountry.Ask(
            new(request.NppoId, own, connection.Ref, connection.Settings.IsSet && connection.IsOf(hub.Value.Here)), country,
            await db.NppoOfCountryAsync(country, ct), contact, actor.Id, time.GetUtcNow().UtcDateTime);
        if (made.Error is { } impossible) return impossible;
        db.Add(made.Value);
        if (await db.TrySaveAsync(ct, ServingErrors.Taken) is { } lost) return lost;
        await transaction.CommitAsync(ct);
        return null;
    }
}

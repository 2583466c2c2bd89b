using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Connections;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Integration;
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
/// <param name="From">The first day on which it can be asked again, where it has declined; null where no day is known.</param>
public sealed record AskedCountry(string Country, DomainError? Refusal, DateOnly? From = null);

/// <summary>An organization names countries for which its connection is to exchange: each contact point is asked by itself.</summary>
internal sealed class AskCountries(
    IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries, EmailLimits limits, IOptions<HubOptions> hub,
    TimeProvider time)
{
    public async Task<Result<IReadOnlyList<AskedCountry>>> HandleAsync(AskCountriesRequest request, Actor actor, CancellationToken ct)
    {
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, request.NppoId, ct) is { } refusal) return refusal;
        }

        List<string> named = [.. request.Countries.Select(code => countries.Find(code)).Where(country => country is { MayTakePart: true })
            .Select(country => country!.Code).Distinct()];
        if (named.Count == 0) return ServingErrors.CountryNeeded;
        List<AskedCountry> asked = [];
        // Each is a transaction of its own; what goes beyond the limit is told for each and looked at no more.
        foreach (var country in named)
        {
            asked.Add(asked.Count < ServedCountry.MostAsked
                ? await AskAsync(request, country, actor, ct) : new(country, ServingErrors.TooManyAsked));
        }

        return asked;
    }

    private async Task<AskedCountry> AskAsync(AskCountriesRequest request, string country, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var now = time.GetUtcNow().UtcDateTime;
        return (await db.DeclinedAsync(request.NppoId, now, ct)).TryGetValue(country, out var from)
            ? new(country, ServingErrors.DeclinedRecently, from) : new(country, await AskAsync(db, request, country, actor, now, ct));
    }

    private async Task<DomainError?> AskAsync(
        ConsoleDbContext db, AskCountriesRequest request, string country, Actor actor, DateTime now, CancellationToken ct)
    {
        // The organization is not closed, and nobody's right ends, between the look and the save.
        await using var transaction = await db.LockNppoAsync(request.NppoId, ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, request.NppoId, ct) is { } refusal) return refusal;
        var contact = await db.CurrentContactAsync(country, ct);
        var connection = await db.Set<Connection>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == request.ConnectionId && one.NppoId == request.NppoId, ct);
        if (connection is null) return AccessErrors.NotFound;
        if (await db.HasLeftOwnSystemAsync(request.NppoId, ct)) return IntegrationErrors.NoConnectionNeeded;
        if (await db.Set<ServedCountry>().AnyAsync(one => one.OpenCountryCode == country, ct)) return ServingErrors.Taken;

        var own = await db.Set<Nppo>().Where(n => n.Id == request.NppoId).Select(n => n.CountryCode).SingleAsync(ct);
        if (await db.Set<ServedCountry>().AnyAsync(one => one.OpenCountryCode == own, ct)) return ServingErrors.IsServed;
        if (country != own && await db.ExchangesItselfAsync(country, hub.Value.Here, ct)) return ServingErrors.ExchangesItself;
        if (await db.AskableAsync(request.NppoId, now, ct) == 0) return ServingErrors.TooManyAsked;
        if (contact is { Details.Email: var reader }
            && !await limits.AllowAsync(db, EmailCause.ServingRequest, reader, [actor.Id.ToString()], ct)) return EmailErrors.TooMany;
        var made = ServedCountry.Ask(
            new(request.NppoId, own, connection.Ref, connection.Settings.IsSet && connection.IsOf(hub.Value.Here)), country,
            await db.NppoOfCountryAsync(country, ct), contact, actor.Id, now);
        if (made.Error is { } impossible) return impossible;
        db.Add(made.Value);
        if (await db.TrySaveAsync(ct, ServingErrors.Taken) is { } lost) return lost;
        await transaction.CommitAsync(ct);
        return null;
    }
}

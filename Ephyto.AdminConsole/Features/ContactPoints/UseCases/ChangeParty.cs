using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Countries;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.ContactPoints.UseCases;

/// <param name="Seen">How the country stood when the editor looked.</param>
/// <param name="Party">How it stands.</param>
internal sealed record ChangePartyRequest(string CountryCode, Party Seen, Party Party);

/// <summary>Enters how a country stands to the Convention.</summary>
internal sealed class ChangeParty(IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries, TimeProvider time)
{
    public async Task<Result> HandleAsync(ChangePartyRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.ContactPointsEdit, ct) is { } refusal) return refusal;
        if (countries.Find(request.CountryCode) is not { } country) return AccessErrors.NotFound;
        if (request.Party.TerritoryOf is { } of && countries.Find(of) is null) return CountryPartyErrors.TerritoryOfWhom;

        var parties = await db.PartiesAsync(ct);
        if (parties.Of(country) != request.Seen) return AccessErrors.ChangedMeanwhile;
        var first = parties.Change(country, request.Party, actor, time.GetUtcNow().UtcDateTime);
        if (first.Error is { } impossible) return impossible;

        if (first.Value is { } entry) db.Add(entry);
        return await db.TrySaveFirstAsync(ct) is { } changed ? changed : Result.Success();
    }
}

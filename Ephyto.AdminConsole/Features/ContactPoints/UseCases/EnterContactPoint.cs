using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.ContactPoints.UseCases;

/// <param name="SeenEntryId">The entry the editor had before their eyes; null where there was none.</param>
internal sealed record EnterContactPointRequest(string CountryCode, Guid? SeenEntryId, ContactPointInput Input);

/// <summary>A change of the directory: the entry of today ends and its successor begins, in one save.</summary>
internal sealed class EnterContactPoint(IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries, TimeProvider time)
{
    /// <returns>The id of the entry that is valid now.</returns>
    public async Task<Result<Guid>> HandleAsync(EnterContactPointRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.ContactPointsEdit, ct) is { } refusal) return refusal;
        if (countries.Find(request.CountryCode) is not { } country) return AccessErrors.NotFound;
        if (request.Input.Faults().Select(fault => fault.Error).FirstOrDefault() is { } fault) return fault;

        var details = request.Input.ToDetails();
        var current = await db.Set<ContactPoint>().SingleOrDefaultAsync(c => c.CurrentCountryCode == country.Code, ct);
        if (current?.Id != request.SeenEntryId) return AccessErrors.ChangedMeanwhile;
        if (current is not null && current.Details == details) return current.Id;

        var now = time.GetUtcNow().UtcDateTime;
        current?.End(actor, now);
        var successor = ContactPoint.Enter(country.Code, details, actor, now);
        db.Add(successor);
        return await db.TrySaveFirstAsync(ct) is { } changed ? changed : successor.Id;
    }
}

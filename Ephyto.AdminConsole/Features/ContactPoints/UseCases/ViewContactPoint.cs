using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Countries;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.ContactPoints.UseCases;

internal sealed record ViewContactPointRequest(string? CountryCode);

/// <param name="Current">Null where nobody is on file.</param>
/// <param name="Past">Ended entries, the newest first.</param>
/// <param name="OpenRegistration">The country's registration under way, which a new entry may move.</param>
/// <param name="MayEdit">Whether the reader may make a new entry.</param>
public sealed record ContactPointFile(
    Country Country, ContactPoint? Current, IReadOnlyList<ContactPoint> Past, WaitingRegistration? OpenRegistration, bool MayEdit);

/// <param name="WaitsForContact">The contact point is to decide: a new entry is asked at once.</param>
public sealed record WaitingRegistration(Guid Id, string Reference, RegistrationStatus Status, bool WaitsForContact);

/// <summary>A country's entry and all that were before it.</summary>
internal sealed class ViewContactPoint(IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries)
{
    private const int MostPast = 50;

    public async Task<Result<ContactPointFile>> HandleAsync(ViewContactPointRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.ContactPointsView, ct) is { } refusal) return refusal;
        if (countries.Find(request.CountryCode) is not { } country) return AccessErrors.NotFound;

        var entries = await db.Set<ContactPoint>().AsNoTracking().Where(c => c.CountryCode == country.Code)
            .OrderByDescending(c => c.ValidFrom).ThenByDescending(c => c.Id).Take(MostPast).ToListAsync(ct);
        var open = await db.Set<Registration>().AsNoTracking().Where(r => r.OpenCountryCode == country.Code)
            .Select(r => new WaitingRegistration(r.Id, r.Reference, r.Status, r.Status == RegistrationStatus.AwaitingContactPoint || r.EscalationReason == EscalationReason.Silence))
            .SingleOrDefaultAsync(ct);
        var mayEdit = await db.RefuseOnHubAsync(actor, Permission.ContactPointsEdit, ct) is null;
        return new ContactPointFile(
            country, entries.SingleOrDefault(c => c.ValidTo is null), [.. entries.Where(c => c.ValidTo is not null)], open, mayEdit);
    }
}

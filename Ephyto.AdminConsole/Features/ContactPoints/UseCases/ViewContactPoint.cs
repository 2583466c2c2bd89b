using System.Linq.Expressions;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Countries;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.ContactPoints.UseCases;

internal sealed record ViewContactPointRequest(string? CountryCode);

/// <param name="Current">Null where nobody is on file.</param>
/// <param name="Past">Ended entries, the newest first.</param>
/// <param name="OpenRegistration">The country's registration under way, which a new entry may move.</param>
/// <param name="MayEdit">Whether the reader may make a new entry.</param>
/// <param name="Party">How the country stands to the Convention.</param>
/// <param name="PartyId">Of the hub's entry about that; null while there is none.</param>
/// <param name="PartySince">Since when it stands so, as the hub entered it, UTC.</param>
/// <param name="Through">The connection of an organization that serves the country, as its contact point confirmed; null where none
/// does.</param>
public sealed record ContactPointDossier(
    Country Country, ContactPoint? Current, IReadOnlyList<ContactPoint> Past, WaitingRegistration? OpenRegistration, bool MayEdit,
    Party Party, Guid? PartyId, DateTime? PartySince, ServedThrough? Through);

/// <summary>A registration under way, as far as a change of its country's entry concerns it.</summary>
/// <param name="Why">Why it lies with the Secretariat, where it does.</param>
/// <param name="Asked">Who was written to last; null where nobody was.</param>
public sealed record WaitingRegistration(
    Guid Id, string CountryCode, string Reference, RegistrationStatus Status, EscalationReason? Why, ContactPointSnapshot? Asked)
{
    internal static readonly Expression<Func<Registration, WaitingRegistration>> Of = r =>
        new(r.Id, r.CountryCode, r.Reference, r.Status, r.EscalationReason, r.Asked);

    /// <summary>What an entry would do to it; null where nobody is to follow.</summary>
    public DirectoryEffect EffectOf(ContactPointDetails? entry) => Registration.EffectOf(Status, Why, Asked?.Email, entry);
}

/// <summary>A country's entry and all that were before it.</summary>
internal sealed class ViewContactPoint(
    IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries, IOptions<HubOptions> hub, TimeProvider time)
{
    private const int MostPast = 50;

    public async Task<Result<ContactPointDossier>> HandleAsync(ViewContactPointRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.ContactPointsView, ct) is { } refusal) return refusal;
        if (countries.Find(request.CountryCode) is not { } country) return AccessErrors.NotFound;

        var entries = await db.Set<ContactPoint>().AsNoTracking().Where(c => c.CountryCode == country.Code)
            .OrderByDescending(c => c.ValidFrom).ThenByDescending(c => c.Id).Take(MostPast).ToListAsync(ct);
        var open = await db.Set<Registration>().AsNoTracking().Where(r => r.OpenCountryCode == country.Code && r.VerifiedAt != null)
            .Select(WaitingRegistration.Of).SingleOrDefaultAsync(ct);
        var mayEdit = await db.AllowsOnHubAsync(actor, Permission.ContactPointsEdit, ct);
        var parties = await db.PartiesAsync(ct);
        var entered = parties.Entered(country);
        return new ContactPointDossier(
            country, entries.SingleOrDefault(c => c.ValidTo is null), [.. entries.Where(c => c.ValidTo is not null)], open, mayEdit,
            parties.Of(country), entered?.Id, entered?.Since,
            (await db.ServedAsync(hub.Value.Here, time.GetUtcNow().UtcDateTime, ct)).GetValueOrDefault(country.Code));
    }
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Reactions;

/// <summary>
/// When the directory's entry changes, the open registration of that country goes before the new contact; where nobody
/// follows, to the Secretariat.
/// </summary>
internal sealed class FollowDirectory(RegistrationPolicy policy)
    : IDomainEventHandler<ContactPointEntered>, IDomainEventHandler<ContactPointEnded>
{
    // One save may change the whole directory: what it touches is read once for all its events.
    private Touched? _touched;

    public async Task HandleAsync(ContactPointEntered happened, ConsoleDbContext db, CancellationToken ct)
    {
        var touched = await ReadAsync(db, happened.CountryCode, ct);
        if (touched.Open.TryGetValue(happened.CountryCode, out var registration)
            && touched.Valid.TryGetValue(happened.CountryCode, out var contact))
            registration.ContactPointChanged(contact, policy, happened.Actor, happened.OccurredAt);
    }

    public async Task HandleAsync(ContactPointEnded happened, ConsoleDbContext db, CancellationToken ct)
    {
        var touched = await ReadAsync(db, happened.CountryCode, ct);
        if (touched.Open.TryGetValue(happened.CountryCode, out var registration) && !touched.Valid.ContainsKey(happened.CountryCode))
            registration.ContactPointEnded(policy, happened.Actor, happened.OccurredAt);
    }

    private async Task<Touched> ReadAsync(ConsoleDbContext db, string countryCode, CancellationToken ct)
    {
        if (_touched is { } known && known.Countries.Contains(countryCode)) return known;

        var entries = db.ChangeTracker.Entries<ContactPoint>().Select(entry => entry.Entity)
            .Where(entry => entry.DomainEvents.Count > 0).ToList();
        var countries = entries.Select(entry => entry.CountryCode).ToHashSet();
        var open = await db.Set<Registration>().Where(r => countries.Contains(r.OpenCountryCode!) && r.VerifiedAt != null)
            .ToDictionaryAsync(r => r.CountryCode, ct);
        return _touched = new(countries, open, entries.Where(entry => entry.ValidTo is null).ToDictionary(entry => entry.CountryCode));
    }

    /// <param name="Countries">Whose entries the save changes.</param>
    /// <param name="Open">Their registrations under way; to those that wait for verification the directory says nothing yet.</param>
    /// <param name="Valid">Their entries that are valid after the save.</param>
    private sealed record Touched(
        IReadOnlySet<string> Countries, IReadOnlyDictionary<string, Registration> Open, IReadOnlyDictionary<string, ContactPoint> Valid);
}

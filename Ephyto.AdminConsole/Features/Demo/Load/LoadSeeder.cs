using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Demo.Load;

/// <summary>
/// Fills the store with as much as years would, to measure with. What it makes is written past the event pipeline, so no
/// e-mail goes out; the audit trail is continued with entries that hold.
/// </summary>
internal sealed class LoadSeeder(IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries, LoadMark mark, TimeProvider time)
{
    private const int Batch = 1000;

    /// <summary>All of it in one transaction: a run that is cut short leaves nothing behind.</summary>
    public async Task SeedAsync(LoadPlan plan, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (directory, open, members) = await KnownAsync(ct);
        var registrations = new LoadRegistrations(countries, directory, open, now).Make(plan.Registrations).ToList();
        if (registrations.Count > 0) mark.Note(registrations[0].Id);
        var nppos = LoadNppos.Make(registrations, members).ToList();
        var emails = LoadEmails.Make(registrations, plan.Emails).ToList();
        List<DomainEvent> acts =
        [
            .. registrations.Cast<AggregateRoot>().Concat(emails).Concat(nppos.Select(made => made.Nppo))
                .Concat(nppos.SelectMany(made => made.People))
                .SelectMany(aggregate => aggregate.DomainEvents),
        ];
        await using var db = await contexts.CreateDbContextAsync(ct);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await AddAsync(db, registrations, ct);
        await AddAsync(db, nppos.SelectMany(made => made.Accounts), ct);
        await AddAsync(db, nppos.Select(made => made.Nppo), ct);
        await AddAsync(db, nppos.SelectMany(made => made.People), ct);
        await AddAsync(db, emails, ct);
        foreach (var chunk in LoadTrail.Make(acts, await OrganizationsAsync(db, ct), plan.AuditEntries, now).Chunk(Batch))
        {
            await AuditTrail.AppendAsync(db, chunk, ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(ct);
    }

    /// <summary>Whether a run that never said so had come to its end all the same.</summary>
    public async Task<bool> HoldsAsync(LoadMark.Interrupted run, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Registration>().AnyAsync(r => r.Id == run.RegistrationId, ct);
    }

    private async Task<(Dictionary<string, ContactPoint> Directory, HashSet<string> Open, HashSet<string> Members)> KnownAsync(
        CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (
            await db.Set<ContactPoint>().AsNoTracking().Where(c => c.CurrentCountryCode != null).ToDictionaryAsync(c => c.CountryCode, ct),
            await db.Set<Registration>().Where(r => r.OpenCountryCode != null).Select(r => r.CountryCode).ToHashSetAsync(ct),
            await db.Set<Nppo>().Where(n => n.CurrentCountryCode != null).Select(n => n.CountryCode).ToHashSetAsync(ct));
    }

    private static async Task<List<(Guid Nppo, Guid Administrator)>> OrganizationsAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var active = await db.Set<Member>().Where(m => m.Status == MemberStatus.Active && m.UserId != null)
            .Select(m => new { m.NppoId, m.UserId }).ToListAsync(ct);
        return [.. active.GroupBy(m => m.NppoId).Select(same => (same.Key, same.First().UserId!.Value))];
    }

    private static async Task AddAsync<T>(ConsoleDbContext db, IEnumerable<T> made, CancellationToken ct)
        where T : class
    {
        foreach (var chunk in made.Chunk(Batch))
        {
            foreach (var aggregate in chunk.OfType<AggregateRoot>()) aggregate.ClearDomainEvents();
            db.AddRange(chunk);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}

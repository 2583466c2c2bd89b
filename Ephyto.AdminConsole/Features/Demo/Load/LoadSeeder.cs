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
/// mail goes out; the audit trail is continued with entries that hold.
/// </summary>
internal sealed class LoadSeeder(IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries, TimeProvider time)
{
    private const int Batch = 1000;

    public async Task SeedAsync(LoadPlan plan, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (directory, open, members) = await KnownAsync(ct);
        var registrations = new LoadRegistrations(countries, directory, open, now).Make(plan.Registrations).ToList();
        var nppos = LoadNppos.Make(registrations, members).ToList();
        var mails = LoadMails.Make(registrations, plan.Mails).ToList();
        List<DomainEvent> acts =
        [
            .. registrations.Cast<AggregateRoot>().Concat(mails).Concat(nppos.Select(made => made.Nppo)).Concat(nppos.SelectMany(made => made.People))
                .SelectMany(aggregate => aggregate.DomainEvents),
        ];
        await AddAsync(registrations, ct);
        await AddAsync(nppos.SelectMany(made => made.Accounts), ct);
        await AddAsync(nppos.Select(made => made.Nppo), ct);
        await AddAsync(nppos.SelectMany(made => made.People), ct);
        await AddAsync(mails, ct);
        await AppendAsync([.. LoadTrail.Make(acts, await OrganizationsAsync(ct), plan.AuditEntries, now)], ct);
    }

    private async Task<(Dictionary<string, ContactPoint> Directory, HashSet<string> Open, HashSet<string> Members)> KnownAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (
            await db.Set<ContactPoint>().AsNoTracking().Where(c => c.CurrentCountryCode != null).ToDictionaryAsync(c => c.CountryCode, ct),
            await db.Set<Registration>().Where(r => r.OpenCountryCode != null).Select(r => r.CountryCode).ToHashSetAsync(ct),
            await db.Set<Nppo>().Where(n => n.CurrentCountryCode != null).Select(n => n.CountryCode).ToHashSetAsync(ct));
    }

    private async Task<List<(Guid Nppo, Guid Administrator)>> OrganizationsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var active = await db.Set<Member>().Where(m => m.Status == MemberStatus.Active && m.UserId != null).Select(m => new { m.NppoId, m.UserId }).ToListAsync(ct);
        return [.. active.GroupBy(m => m.NppoId).Select(same => (same.Key, same.First().UserId!.Value))];
    }

    private async Task AddAsync<T>(IEnumerable<T> made, CancellationToken ct)
        where T : class
    {
        foreach (var chunk in made.Chunk(Batch))
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var aggregate in chunk.OfType<AggregateRoot>()) aggregate.ClearDomainEvents();
            db.AddRange(chunk);
            await db.SaveChangesAsync(ct);
        }
    }

    private async Task AppendAsync(IReadOnlyList<DomainEvent> acts, CancellationToken ct)
    {
        foreach (var chunk in acts.Chunk(Batch))
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await AuditTrail.AppendAsync(db, chunk, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
    }
}

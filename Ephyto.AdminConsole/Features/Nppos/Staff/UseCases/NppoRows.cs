using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;

/// <summary>What the list, its file and the page of one organization say of it alike.</summary>
internal sealed class NppoRows(IOptions<HubOptions> hub, TimeProvider time)
{
    /// <summary>In the order of the ids.</summary>
    public async Task<List<NppoRow>> ReadAsync(ConsoleDbContext db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var nppos = await db.Set<Nppo>().AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        var contactIds = nppos.Values.Select(n => n.TechnicalContactId).OfType<Guid>().ToList();
        var contacts = await db.Set<Member>().AsNoTracking().Where(m => contactIds.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        var active = await db.Set<Member>().Where(m => ids.Contains(m.NppoId) && m.Status == MemberStatus.Active)
            .GroupJoin(db.Users, m => m.UserId, u => u.Id, (m, accounts) => new { Member = m, accounts })
            .SelectMany(both => both.accounts.DefaultIfEmpty(),
                (both, account) => new { both.Member.NppoId, both.Member.Role, At = account == null ? null : account.LastSignInAt })
            .ToListAsync(ct);
        var people = active.ToLookup(person => person.NppoId);
        var served = await db.ServedAsync(hub.Value.Here, time.GetUtcNow().UtcDateTime, ct);
        var serves = served.Values.ToLookup(one => one.NppoId);
        var asked = (await db.Set<ServedCountry>().AsNoTracking()
            .Where(one => ids.Contains(one.NppoId) && one.State == ServingState.Asked)
            .Select(one => new { one.NppoId, one.CountryCode }).ToListAsync(ct)).ToLookup(one => one.NppoId, one => one.CountryCode);
        var own = await db.SettingsOfAsync(ids, hub.Value.Here, ct);
        return
        [
            .. ids.Select(id => nppos[id]).Select(n => new NppoRow(
                n, n.TechnicalContactId is { } contact ? contacts.GetValueOrDefault(contact) : null,
                people[n.Id].Count(person => person.Role == NppoRole.Administrator), people[n.Id].Max(person => person.At),
                [.. serves[n.Id]], ThroughOf(n), [.. asked[n.Id]],
                ServedThrough.LeavesSilent(n, [.. own[n.Id]], ThroughOf(n)))),
        ];

        ServedThrough? ThroughOf(Nppo nppo) => nppo.CurrentCountryCode is { } country ? served.GetValueOrDefault(country) : null;
    }
}

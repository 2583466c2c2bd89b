using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Countries;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.IntegrationDocuments;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>
/// Names what the entries of one page speak of: the entries know everybody by id only. One query for each kind of thing on
/// the page, however long the trail is.
/// </summary>
/// <param name="reader">In an organization's own history people of other organizations stay unnamed, and nothing links to the hub.</param>
internal sealed class AuditNames(ConsoleDbContext db, AuditReader reader)
{
    private readonly Dictionary<SubjectRef, AuditThing> _known = [];

    public static async Task<AuditNames> ReadAsync(ConsoleDbContext db, AuditReader reader, IEnumerable<SubjectRef> wanted,
        CancellationToken ct)
    {
        var names = new AuditNames(db, reader);
        foreach (var kind in wanted.Distinct().GroupBy(subject => subject.Kind))
            await names.ReadAsync(kind.Key, [.. kind.Select(subject => subject.Id)], ct);
        return names;
    }

    /// <returns>Without a name where it is gone, or is of a kind that has none.</returns>
    public AuditThing Of(SubjectRef subject) => _known.GetValueOrDefault(subject) ?? new(subject, null);

    private async Task ReadAsync(string kind, List<Guid> ids, CancellationToken ct)
    {
        var nppoId = reader.NppoId;
        IEnumerable<AuditThing> found = kind switch
        {
            SubjectKinds.Account =>
                (await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToListAsync(ct))
                .Select(u => Thing(kind, u.Id, u.DisplayName)),
            SubjectKinds.Member =>
                (await db.Set<Member>().AsNoTracking().Where(m => ids.Contains(m.Id) && (nppoId == null || m.NppoId == nppoId))
                    .ToListAsync(ct))
                .Select(m => Thing(kind, m.Id, m.Person.FullName is { Length: > 0 } name ? name : m.Email)),
            SubjectKinds.HubUser =>
                (await db.Set<HubUser>().AsNoTracking().Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName, u.Email })
                    .ToListAsync(ct))
                .Select(u =>
                    Thing(kind, u.Id, u.DisplayName.Length > 0 ? u.DisplayName : u.Email, page: reader.MayManageHubUsers
                        ? "hub/users" : null)),
            SubjectKinds.Registration =>
                (await db.Set<Registration>().AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Reference })
                    .ToListAsync(ct))
                .Select(r => Thing(kind, r.Id, r.Reference, page: $"hub/registrations/{r.Id}")),
            SubjectKinds.ContactPoint =>
                (await db.Set<ContactPoint>().AsNoTracking().Where(c => ids.Contains(c.Id))
                    .Select(c => new { c.Id, c.CountryCode, c.Details }).ToListAsync(ct))
                .Select(c => Thing(kind, c.Id, c.Details.FullName, c.CountryCode, $"hub/contact-points/{c.CountryCode}")),
            SubjectKinds.Country =>
                (await db.Set<CountryParty>().AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.CountryCode })
                    .ToListAsync(ct))
                .Select(c => Thing(kind, c.Id, c.CountryCode, c.CountryCode, $"hub/contact-points/{c.CountryCode}")),
            SubjectKinds.Nppo =>
                (await db.Set<Nppo>().AsNoTracking().Where(n => ids.Contains(n.Id))
                    .Select(n => new { n.Id, n.CountryCode, n.Organization.Name }).ToListAsync(ct))
                .Select(n => Thing(kind, n.Id, n.Name, n.CountryCode, $"hub/nppos/{n.Id}")),
            SubjectKinds.Email =>
                (await db.Set<OutgoingEmail>().AsNoTracking().Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.Kind })
                    .ToListAsync(ct))
                .Select(m => Thing(kind, m.Id, m.Kind, page: $"hub/outbox/{m.Id}")),
            SubjectKinds.Document =>
                (await db.Set<IntegrationDocument>().AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Title })
                    .ToListAsync(ct))
                .Select(d => Thing(kind, d.Id, d.Title, page: $"hub/documents/{d.Id}")),
            SubjectKinds.Certificate =>
                (await db.Set<DigitalCertificate>().AsNoTracking().Where(c => ids.Contains(c.Id) && (nppoId == null || c.NppoId == nppoId))
                .Select(c => new { c.Id, c.Description }).ToListAsync(ct)).Select(c => Thing(kind, c.Id, c.Description)),
            SubjectKinds.Channel =>
                (await db.Set<Channel>().AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToListAsync(ct))
                .Select(c => Thing(kind, c.Id, c.Name, page: "hub/integration/channels")),
            SubjectKinds.Serving =>
                (await db.Set<ServedCountry>().AsNoTracking().Where(s => ids.Contains(s.Id))
                    .Select(s => new { s.Id, s.ConnectionCode, s.CountryCode, s.NppoId }).ToListAsync(ct))
                .Select(s => Thing(kind, s.Id, s.ConnectionCode, s.CountryCode, $"hub/integration/{s.NppoId}")),
            SubjectKinds.Letter =>
                (await db.Set<ParticipationLetter>().AsNoTracking().Where(l => ids.Contains(l.Id) && (nppoId == null || l.NppoId == nppoId))
                .Select(l => new { l.Id, l.CountryCode, Year = l.NumberYear, Ordinal = l.NumberOrdinal }).ToListAsync(ct))
                .Select(l =>
                    Thing(kind, l.Id, l.Year is { } year && l.Ordinal is { } ordinal
                        ? new LetterNumber(year, ordinal).ToString() : l.CountryCode, page: $"hub/letters/{l.Id}")),
            _ => [],
        };
        foreach (var thing in found) _known[thing.Subject] = thing;
    }

    private AuditThing Thing(string kind, Guid id, string name, string? countryCode = null, string? page = null) =>
        new(new(kind, id), name, countryCode, reader.NppoId is null ? page : null);
}

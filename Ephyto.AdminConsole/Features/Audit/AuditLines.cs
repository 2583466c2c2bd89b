using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Audit;

/// <param name="NppoId">Whose own history it is; null for the hub.</param>
/// <param name="MayManageHubUsers">Whether the page with the people of the hub opens for the reader.</param>
internal sealed record AuditReader(Guid? NppoId, bool MayManageHubUsers = false);

/// <summary>Makes lines of entries: the same for the hub and for an organization's own history.</summary>
internal static class AuditLines
{
    public static async Task<IReadOnlyList<AuditLine>> ReadAsync(
        ConsoleDbContext db, AuditReader reader, IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        var nppoId = reader.NppoId;
        var acts = entries.Select(entry => (Entry: entry, Facts: FactsOf(entry))).ToList();
        var members = await MembersAsync(db, entries, ct);
        var names = await AuditNames.ReadAsync(db, reader, acts.SelectMany(act => WantedBy(act.Entry, act.Facts, nppoId, members)), ct);
        return
        [
            .. from act in acts
               let actor = ActorOf(act.Entry, nppoId, members)
               let about = AboutOf(act.Entry, act.Facts, nppoId)
               select new AuditLine(
                   act.Entry, actor is { } who && names.Of(who) is { Name: not null } named ? named : null,
                   about is { } what ? names.Of(what) : null,
                   nppoId is null && act.Entry.NppoId is { } nppo && act.Entry.SubjectKind != SubjectKinds.Nppo
                       ? names.Of(new(SubjectKinds.Nppo, nppo)) : null,
                   act.Facts, NamedIn(act.Facts).DistinctBy(subject => subject.Id).ToDictionary(subject => subject.Id, names.Of)),
        ];
    }

    private static IEnumerable<SubjectRef> WantedBy(AuditEntry entry, Dictionary<string, EventFact> facts, Guid? nppoId,
        HashSet<Guid> members)
    {
        if (ActorOf(entry, nppoId, members) is { } actor) yield return actor;
        if (AboutOf(entry, facts, nppoId) is { } about) yield return about;
        if (nppoId is null && entry.NppoId is { } nppo) yield return new(SubjectKinds.Nppo, nppo);
        foreach (var subject in NamedIn(facts)) yield return subject;
    }

    // Organizations see the names of people with an account; who acted without one is named by the capacity. The hub knows all.
    private static SubjectRef? ActorOf(AuditEntry entry, Guid? nppoId, HashSet<Guid> members) => entry.ActorKind switch
    {
        ActorKind.User => new(SubjectKinds.Account, entry.ActorId),
        ActorKind.ContactPoint when nppoId is null => new(SubjectKinds.ContactPoint, entry.ActorId),
        ActorKind.Invitee when nppoId is null =>
            new(members.Contains(entry.ActorId) ? SubjectKinds.Member : SubjectKinds.HubUser, entry.ActorId),
        _ => null,
    };

    // In an organization's own history what is done to the organization concerns one of its members where its facts name one.
    private static SubjectRef? AboutOf(AuditEntry entry, Dictionary<string, EventFact> facts, Guid? nppoId) =>
        !entry.IsReadable ? null
        : nppoId is null || entry.SubjectKind != SubjectKinds.Nppo ? new(entry.SubjectKind, entry.SubjectId)
        : facts.TryGetValue("member", out var member) && NamedBy(member) is { } named ? named : null;

    /// <summary>Of entries of earlier consoles too, each with what it is.</summary>
    internal static Dictionary<string, EventFact> FactsOf(AuditEntry entry) =>
        AuditTrail.FactsOf(entry).ToDictionary(fact => fact.Key, fact => OldFacts.Read(entry.Code, fact.Key, fact.Value));

    internal static IEnumerable<SubjectRef> NamedIn(Dictionary<string, EventFact> facts) =>
        facts.Values.Select(NamedBy).OfType<SubjectRef>();

    private static SubjectRef? NamedBy(EventFact fact) =>
        fact is { Kind: FactKind.Id, Of: { } kind } && Guid.TryParse(fact.Value, out var id) ? new SubjectRef(kind, id) : null;

    // Somebody invited, whom an organization or the hub asked.
    private static async Task<HashSet<Guid>> MembersAsync(ConsoleDbContext db, IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        var invitees = entries.Where(entry => entry.ActorKind == ActorKind.Invitee).Select(entry => entry.ActorId).Distinct().ToList();
        return invitees.Count == 0 ? [] : [.. await db.Set<Member>().Where(m => invitees.Contains(m.Id)).Select(m => m.Id).ToListAsync(ct)];
    }
}

using System.Text.Json;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Audit.UseCases;

/// <param name="NppoId">Whose history.</param>
/// <param name="PersonId">Only acts of this account.</param>
/// <param name="Code">Only acts of this kind, such as <c>member.invited</c>.</param>
/// <param name="Since">Only acts at this moment or later, UTC.</param>
/// <param name="Before">Only acts earlier than this moment, UTC.</param>
/// <param name="Page">From 1.</param>
internal sealed record ListHistoryRequest(
    Guid NppoId, Guid? PersonId = null, string? Code = null, DateTime? Since = null, DateTime? Before = null, int Page = 1);

/// <summary>One act.</summary>
/// <param name="Sequence">Its number in the audit trail.</param>
/// <param name="Who">The name of the person signed in; null for who acted without an account.</param>
/// <param name="About">The member it was done to, by name or else by address; null where it concerns the organisation.</param>
/// <param name="Facts">As the event gave them.</param>
public sealed record HistoryLine(
    long Sequence, DateTime At, string Code, ActorKind Capacity, string? Who, string? About, IReadOnlyDictionary<string, string?> Facts);

/// <summary>Somebody with an account who is, or was, a member, or acted here on behalf of the hub.</summary>
public sealed record HistoryPerson(Guid Id, string Name);

/// <param name="Lines">One page, the newest first.</param>
/// <param name="Total">How many acts fit the filter.</param>
/// <param name="Number">Of the page, from 1.</param>
/// <param name="People">Whose acts may be asked for, by name.</param>
/// <param name="Codes">The kinds of acts there are.</param>
public sealed record History(
    IReadOnlyList<HistoryLine> Lines, int Total, int Number, IReadOnlyList<HistoryPerson> People, IReadOnlyList<string> Codes);

/// <summary>What was done in an organisation, for its administrators: its part of the audit trail.</summary>
internal sealed class ListHistory(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<History>> HandleAsync(ListHistoryRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.HistoryView, request.NppoId, ct) is { } refusal) return refusal;

        var all = db.Set<AuditEntry>().AsNoTracking().Where(e => e.NppoId == request.NppoId);
        var page = await Filter(all, request).OrderByDescending(e => e.Sequence).ToPageAsync(request.Page, ct);
        var codes = await all.Select(e => e.Code).Distinct().OrderBy(code => code).ToListAsync(ct);
        var people = await db.Users.AsNoTracking()
            .Where(u => db.Set<Member>().Any(m => m.NppoId == request.NppoId && m.UserId == u.Id)
                || all.Any(e => e.ActorKind == ActorKind.User && e.ActorId == u.Id))
            .OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => new HistoryPerson(u.Id, u.DisplayName)).ToListAsync(ct);
        return new History(await LinesAsync(db, request.NppoId, page.Items, ct), page.Total, page.Number, people, codes);
    }

    private static IQueryable<AuditEntry> Filter(IQueryable<AuditEntry> entries, ListHistoryRequest request)
    {
        if (request.PersonId is { } person) entries = entries.Where(e => e.ActorKind == ActorKind.User && e.ActorId == person);
        if (FreeText.Clean(request.Code, 80) is { } code) entries = entries.Where(e => e.Code == code);
        if (request.Since is { } since) entries = entries.Where(e => e.At >= since);
        if (request.Before is { } before) entries = entries.Where(e => e.At < before);
        return entries;
    }

    private static async Task<IReadOnlyList<HistoryLine>> LinesAsync(
        ConsoleDbContext db, Guid nppoId, IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        var acts = entries.Select(e => (Entry: e, Facts: FactsOf(e))).Select(act => (act.Entry, act.Facts, About: AboutOf(act.Entry, act.Facts))).ToList();
        var actors = entries.Where(e => e.ActorKind == ActorKind.User).Select(e => e.ActorId).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => actors.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        var about = acts.Select(act => act.About).OfType<Guid>().Distinct().ToList();
        var members = await db.Set<Member>().AsNoTracking().Where(m => m.NppoId == nppoId && about.Contains(m.Id)).ToDictionaryAsync(m => m.Id, NameOf, ct);
        return
        [
            .. from act in acts
               select new HistoryLine(
                   act.Entry.Sequence, act.Entry.At, act.Entry.Code, act.Entry.ActorKind,
                   act.Entry.ActorKind == ActorKind.User ? names.GetValueOrDefault(act.Entry.ActorId) : null,
                   act.About is { } id ? members.GetValueOrDefault(id) : null, act.Facts),
        ];
    }

    private static string NameOf(Member member) => member.Person.FullName is { Length: > 0 } name ? name : member.Email;

    // What is done to an organisation may concern one of its members; its facts name the member then.
    private static Guid? AboutOf(AuditEntry entry, Dictionary<string, string?> facts) =>
        entry.SubjectKind == SubjectKinds.Member ? entry.SubjectId
        : Guid.TryParse(facts.GetValueOrDefault("member"), out var member) ? member : null;

    private static Dictionary<string, string?> FactsOf(AuditEntry entry) => JsonSerializer.Deserialize<Dictionary<string, string?>>(entry.Facts) ?? [];
}

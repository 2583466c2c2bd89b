using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Members.Emails;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Members.UseCases;

/// <summary>How the mail with an invitation fares.</summary>
public sealed record Delivery(EmailState State, string? LastError);

/// <param name="Member">The person.</param>
/// <param name="Delivery">For an open invitation: what became of its newest mail.</param>
/// <param name="UsableUntil">For an open invitation: when its link ceases to work; null when it has.</param>
public sealed record MemberRow(Member Member, Delivery? Delivery, DateTime? UsableUntil);

/// <param name="Members">Active, suspended and invited people: administrators first, then by name.</param>
/// <param name="Requests">People who ask to join, the oldest first; empty for who may not answer them.</param>
/// <param name="MayManage">Whether the reader may invite, and answer requests.</param>
public sealed record MemberList(IReadOnlyList<MemberRow> Members, IReadOnlyList<Member> Requests, bool MayManage);

/// <summary>The people of an organisation.</summary>
internal sealed class ListMembers(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    private static readonly string[] InvitationKinds = [MemberEmails.ConfirmationKind, MemberEmails.InvitationKind];

    public async Task<Result<MemberList>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.MembersView, nppoId, ct) is { } refusal) return refusal;

        var mayManage = await db.RefuseOnNppoAsync(actor, Permission.MembersInvite, nppoId, ct) is null;
        var people = await db.Set<Member>().AsNoTracking().Where(m => m.NppoId == nppoId && m.CurrentKey != null).ToListAsync(ct);
        var invited = people.Where(m => m.Status == MemberStatus.Invited).Select(m => m.Id).ToList();
        var deliveries = await DeliveriesAsync(db, invited, ct);
        var links = await OpenLinksAsync(db, invited, ct);
        var rows = people.Where(m => m.Status != MemberStatus.JoinRequested)
            .OrderBy(m => m.Status == MemberStatus.Invited).ThenBy(m => m.Role).ThenBy(m => m.Person.FamilyName, StringComparer.CurrentCulture).ThenBy(m => m.Email, StringComparer.Ordinal)
            .Select(m => new MemberRow(m, deliveries.GetValueOrDefault(m.Id), links.TryGetValue(m.Id, out var until) ? until : null));
        var requests = mayManage ? people.Where(m => m.Status == MemberStatus.JoinRequested).OrderBy(m => m.StatusSince) : Enumerable.Empty<Member>();
        return new MemberList([.. rows], [.. requests], mayManage);
    }

    private static async Task<Dictionary<Guid, Delivery>> DeliveriesAsync(ConsoleDbContext db, List<Guid> invited, CancellationToken ct)
    {
        var mails = await db.Set<OutgoingEmail>().AsNoTracking()
            .Where(e => e.SubjectKind == SubjectKinds.Member && invited.Contains(e.SubjectId) && InvitationKinds.Contains(e.Kind))
            .Select(e => new { e.SubjectId, e.QueuedAt, e.State, e.LastError }).ToListAsync(ct);
        return mails.GroupBy(e => e.SubjectId).ToDictionary(g => g.Key, g =>
        {
            var newest = g.MaxBy(e => e.QueuedAt)!;
            return new Delivery(newest.State, newest.LastError);
        });
    }

    private async Task<Dictionary<Guid, DateTime>> OpenLinksAsync(ConsoleDbContext db, List<Guid> invited, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return await db.Set<AccessLink>().AsNoTracking()
            .Where(l => l.Purpose == LinkPurpose.ActivateAccount && invited.Contains(l.SubjectId) && l.UsedAt == null && l.RevokedAt == null && l.ExpiresAt > now)
            .GroupBy(l => l.SubjectId).ToDictionaryAsync(g => g.Key, g => g.Max(l => l.ExpiresAt), ct);
    }
}

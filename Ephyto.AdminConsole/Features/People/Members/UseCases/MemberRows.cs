using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.People.Members.Emails;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <summary>How the e-mail with an invitation fares.</summary>
public sealed record Delivery(EmailState State, string? LastError);

/// <param name="Member">The person.</param>
/// <param name="By">The name of the account that changed the membership last; null where no account did.</param>
/// <param name="LastSignInAt">Of the account; null where there is none, it was never used, or the reader is no administrator.</param>
/// <param name="SecondFactor">Whether the account asks for one; null where there is no account, or the reader is no administrator.</param>
/// <param name="Delivery">For an open invitation: what became of its newest e-mail.</param>
/// <param name="UsableUntil">For an open invitation: when its link ceases to work; null when it has.</param>
public sealed record MemberRow(
    Member Member, string? By, DateTime? LastSignInAt, bool? SecondFactor, Delivery? Delivery, DateTime? UsableUntil);

/// <summary>What the list and its export know of each member, read for all of them at once.</summary>
internal static class MemberRows
{
    private static readonly string[] InvitationKinds = [MemberEmails.ConfirmationKind, MemberEmails.InvitationKind];

    /// <param name="db">The store.</param>
    /// <param name="people">The members.</param>
    /// <param name="mayManage">Whether the reader administers them: how well an account is guarded is told nobody else.</param>
    /// <param name="now">Until when links work.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<List<MemberRow>> ReadAsync(ConsoleDbContext db, IReadOnlyList<Member> people, bool mayManage, DateTime now,
        CancellationToken ct)
    {
        var ids = people.SelectMany(m => new[] { m.UserId, m.ChangedBy }).OfType<Guid>().Distinct().ToList();
        var accounts = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id))
            .Select(u => new { u.Id, u.DisplayName, u.LastSignInAt, u.TwoFactorEnabled }).ToDictionaryAsync(u => u.Id, ct);
        var invited = people.Where(m => m.Status == MemberStatus.Invited).Select(m => m.Id).ToList();
        var deliveries = await DeliveriesAsync(db, invited, ct);
        var links = await OpenLinksAsync(db, invited, now, ct);
        return
        [
            .. from member in people
               let account = mayManage && member.UserId is { } user ? accounts.GetValueOrDefault(user) : null
               let changer = member.ChangedBy is { } id ? accounts.GetValueOrDefault(id) : null
               select new MemberRow(
                   member, changer?.DisplayName, account?.LastSignInAt, account?.TwoFactorEnabled, deliveries.GetValueOrDefault(member.Id),
                   links.TryGetValue(member.Id, out var until) ? until : null),
        ];
    }

    private static async Task<Dictionary<Guid, Delivery>> DeliveriesAsync(ConsoleDbContext db, List<Guid> invited, CancellationToken ct)
    {
        var emails = await db.Set<OutgoingEmail>().AsNoTracking()
            .Where(e => e.SubjectKind == SubjectKinds.Member && invited.Contains(e.SubjectId) && InvitationKinds.Contains(e.Kind))
            .Select(e => new { e.SubjectId, e.QueuedAt, e.Id, e.State, e.LastError }).ToListAsync(ct);
        return emails.GroupBy(e => e.SubjectId).ToDictionary(g => g.Key, g =>
        {
            var newest = g.OrderBy(e => e.QueuedAt).ThenBy(e => e.Id).Last();
            return new Delivery(newest.State, newest.LastError);
        });
    }

    private static async Task<Dictionary<Guid, DateTime>> OpenLinksAsync(ConsoleDbContext db, List<Guid> invited, DateTime now,
        CancellationToken ct) =>
        await db.Set<AccessLink>().AsNoTracking()
            .Where(l => l.Purpose == LinkPurpose.ActivateAccount && invited.Contains(l.SubjectId) && l.UsedAt == null && l.RevokedAt == null
                && l.ExpiresAt > now)
            .GroupBy(l => l.SubjectId).ToDictionaryAsync(g => g.Key, g => g.Max(l => l.ExpiresAt), ct);
}

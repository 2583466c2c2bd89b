using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Nppos.UseCases;

/// <summary>Why an organization is no longer open to one of its people.</summary>
public enum NppoLoss
{
    NppoSuspended,
    NppoClosed,
    Suspended,
    RoleEnded,
    Removed,
    Left,
}

/// <param name="Organization">Its name.</param>
/// <param name="Why">What ended or interrupted the access.</param>
/// <param name="Since">UTC.</param>
/// <param name="Words">The reason given; null where none is kept.</param>
public sealed record LostNppo(string Organization, NppoLoss Why, DateTime Since, string? Words);

/// <summary>The organizations that were open to the person who asks, and are not now: each with its reason, the latest first.</summary>
internal sealed class ViewLostNppos(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<IReadOnlyList<LostNppo>> HandleAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.User) return [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        var mine = await db.Set<Member>().AsNoTracking().Where(m => m.UserId == actor.Id)
            .Join(db.Set<Nppo>().AsNoTracking(), m => m.NppoId, n => n.Id, (m, n) => new { Member = m, Nppo = n }).ToListAsync(ct);
        // Who was removed and invited again has two rows; the newest speaks.
        var newest = mine.GroupBy(one => one.Nppo.Id).Select(rows => rows.MaxBy(row => row.Member.StatusSince)!);
        return [.. newest.Select(one => Read(one.Member, one.Nppo)).OfType<LostNppo>().OrderByDescending(lost => lost.Since)];
    }

    // What the hub says of an organization is for those who belong to it.
    private static LostNppo? Read(Member member, Nppo nppo) => (member.Status, nppo.Status) switch
    {
        (MemberStatus.Active, NppoStatus.Suspended) =>
            new(nppo.Organization.Name, NppoLoss.NppoSuspended, nppo.StatusSince, nppo.SuspensionWords),
        (MemberStatus.Active, NppoStatus.Closed) => new(nppo.Organization.Name, NppoLoss.NppoClosed, nppo.StatusSince, nppo.ClosingWords),
        (MemberStatus.Suspended, _) when member.SuspensionReason == SuspensionReason.RoleEnded =>
            new(nppo.Organization.Name, NppoLoss.RoleEnded, member.StatusSince, null),
        (MemberStatus.Suspended, _) => new(nppo.Organization.Name, NppoLoss.Suspended, member.StatusSince, member.Words),
        (MemberStatus.Removed, _) => new(nppo.Organization.Name, NppoLoss.Removed, member.StatusSince, member.Words),
        (MemberStatus.Left, _) => new(nppo.Organization.Name, NppoLoss.Left, member.StatusSince, null),
        _ => null,
    };
}

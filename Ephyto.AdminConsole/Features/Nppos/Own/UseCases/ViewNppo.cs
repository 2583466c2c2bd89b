using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Nppos.Own.UseCases;

/// <param name="Nppo">The organization.</param>
/// <param name="Contact">The technical contact; null where the person has left.</param>
/// <param name="Administrators">How many can act as administrators now.</param>
/// <param name="InvitedAdministrators">How many more are invited.</param>
/// <param name="WaitingRequests">Requests to join that wait for an answer; zero for who may not answer them.</param>
/// <param name="MayInvite">Whether the reader may invite people.</param>
/// <param name="Served">The connection of another organization that its country has confirmed; null where there is none.</param>
/// <param name="IsSilent">Whether everybody sees it as live, and nothing is exchanged for it any more.</param>
public sealed record NppoView(
    Nppo Nppo, Member? Contact, int Administrators, int InvitedAdministrators, int WaitingRequests, bool MayInvite,
    ServedThrough? Served, bool IsSilent);

/// <summary>An organization as its own members, and the hub, see it.</summary>
internal sealed class ViewNppo(IDbContextFactory<ConsoleDbContext> contexts, IOptions<HubOptions> hub, TimeProvider time)
{
    public async Task<Result<NppoView>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, nppoId, ct) is { } refusal) return refusal;
        if (await db.Set<Nppo>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == nppoId, ct) is not { } nppo) return AccessErrors.NotFound;

        var members = db.Set<Member>().AsNoTracking().Where(m => m.NppoId == nppoId);
        var contact = await members.SingleOrDefaultAsync(m => m.Id == nppo.TechnicalContactId, ct);
        var administrators = await members.Where(m => m.Role == NppoRole.Administrator && m.CurrentKey != null)
            .GroupBy(m => m.Status).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var mayInvite = await db.AllowsOnNppoAsync(actor, Permission.MembersInvite, nppoId, ct);
        var waiting = mayInvite ? await members.CountAsync(m => m.Status == MemberStatus.JoinRequested, ct) : 0;
        var served = await db.ServedAsync(nppo, hub.Value.Here, time.GetUtcNow().UtcDateTime, ct);
        var own = await db.SettingsOfAsync([nppoId], hub.Value.Here, ct);
        return new NppoView(
            nppo, contact, administrators.GetValueOrDefault(MemberStatus.Active), administrators.GetValueOrDefault(MemberStatus.Invited),
            waiting, mayInvite, served, ServedThrough.LeavesSilent(nppo, [.. own[nppoId]], served));
    }
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Serving.Reactions;

/// <summary>
/// What the hub decides of a serving organization concerns the countries that it serves: exchange for them begins when it becomes live,
/// stops with its suspension, and goes on when that is lifted. What another one overtook is not sent.
/// </summary>
internal sealed class FollowOrganization(EmailWriter writer, IOptions<HubOptions> hub)
    : IDomainEventHandler<NppoWentLive>, IDomainEventHandler<NppoSuspended>, IDomainEventHandler<NppoReactivated>
{
    public Task HandleAsync(NppoWentLive happened, ConsoleDbContext db, CancellationToken ct) => EachAsync(
        db, happened.NppoId, null, serving => serving.BeginExchange(happened.Actor, happened.OccurredAt), ct);

    public async Task HandleAsync(NppoSuspended happened, ConsoleDbContext db, CancellationToken ct)
    {
        // Of one that was not live yet nothing stops.
        if (await db.Set<Nppo>().FindAsync([happened.NppoId], ct) is { StatusBeforeSuspension: NppoStatus.Live })
            await EachAsync(db, happened.NppoId, ServingEmails.ResumedKind,
                serving => serving.InterruptExchange(happened.Actor, happened.OccurredAt), ct);
    }

    public async Task HandleAsync(NppoReactivated happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (await db.Set<Nppo>().FindAsync([happened.NppoId], ct) is { Status: NppoStatus.Live })
            await EachAsync(db, happened.NppoId, ServingEmails.InterruptedKind,
                serving => serving.ResumeExchange(happened.Actor, happened.OccurredAt), ct);
    }

    private async Task EachAsync(ConsoleDbContext db, Guid nppoId, EmailKind? overtaken, Action<ServedCountry> act, CancellationToken ct)
    {
        foreach (var serving in await db.Set<ServedCountry>().Where(one => one.NppoId == nppoId && one.OpenCountryCode != null)
            .OrderBy(one => one.CountryCode).ToListAsync(ct))
        {
            // By a connection of the other environment, or by one that does nothing, nothing is exchanged either way.
            if (await db.Set<Connection>().FindAsync([serving.ConnectionId], ct) is not { Settings.IsSet: true } connection
                || !connection.IsOf(hub.Value.Here)) continue;
            if (overtaken is not null) await writer.CancelAsync(db, overtaken, ServingMailer.About(serving), ct);
            serving.Concerns(await db.NppoOfCountryAsync(serving.CountryCode, ct));
            act(serving);
        }
    }
}

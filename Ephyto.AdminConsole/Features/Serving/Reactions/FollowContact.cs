using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Connections;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Serving.Reactions;

/// <summary>
/// When the directory's entry changes, the new contact answers, or can end it; the link of the one before opens nothing any more. When
/// the connection does something else, it is to be told. With the serving organization it ends.
/// </summary>
internal sealed class FollowContact :
    IDomainEventHandler<ContactPointEntered>, IDomainEventHandler<ConnectionChanged>, IDomainEventHandler<NppoClosed>
{
    public async Task HandleAsync(ContactPointEntered happened, ConsoleDbContext db, CancellationToken ct)
    {
        var serving = await db.Set<ServedCountry>().SingleOrDefaultAsync(one => one.OpenCountryCode == happened.CountryCode, ct);
        if (serving is null || await db.Set<ContactPoint>().FindAsync([happened.ContactPointId], ct) is not { } contact) return;
        serving.Concerns(await db.NppoOfCountryAsync(serving.CountryCode, ct));
        serving.ContactChanged(contact, happened.Actor, happened.OccurredAt);
    }

    public async Task HandleAsync(ConnectionChanged happened, ConsoleDbContext db, CancellationToken ct)
    {
        var (from, to) = (ServedExchange.Of(happened.From), ServedExchange.Of(happened.To));
        if (from == to) return;

        foreach (var serving in await db.Set<ServedCountry>()
            .Where(one => one.ConnectionId == happened.ConnectionId && one.OpenCountryCode != null).ToListAsync(ct))
        {
            serving.Concerns(await db.NppoOfCountryAsync(serving.CountryCode, ct));
            serving.ExchangeChanged(from, to, happened.Actor, happened.OccurredAt);
        }
    }

    public async Task HandleAsync(NppoClosed happened, ConsoleDbContext db, CancellationToken ct)
    {
        foreach (var serving in await db.Set<ServedCountry>().Where(one => one.NppoId == happened.NppoId && one.OpenCountryCode != null)
            .ToListAsync(ct))
        {
            serving.Concerns(await db.NppoOfCountryAsync(serving.CountryCode, ct));
            serving.EndWithOrganization(happened.Actor, happened.OccurredAt);
        }
    }
}

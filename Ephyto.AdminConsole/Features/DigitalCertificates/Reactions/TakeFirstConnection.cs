using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.Reactions;

/// <summary>Certificates that were there before the organization had a connection belong to its first one.</summary>
internal sealed class TakeFirstConnection : IDomainEventHandler<ConnectionAdded>
{
    public async Task HandleAsync(ConnectionAdded happened, ConsoleDbContext db, CancellationToken ct)
    {
        var waiting = await db.Set<DigitalCertificate>().Where(c => c.NppoId == happened.NppoId && c.ConnectionId == null).ToListAsync(ct);
        foreach (var certificate in waiting)
            certificate.AssignTo(new(happened.ConnectionId, happened.RoutingCode), happened.Actor, happened.OccurredAt);
    }
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Field.Certificates;

/// <summary>
/// Connections and certificates that were kept before they said of which Hub they are get the environment of this console, once: from
/// then on the data may be copied to another console, and still say where they come from.
/// </summary>
internal sealed class EnvironmentOfOldRows(IOptions<HubOptions> hub) : IStoreCompletion
{
    public async Task CompleteAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var here = hub.Value.Here;
        await db.Set<Connection>().Where(c => c.Environment == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Environment, here), ct);
        await db.Set<DigitalCertificate>().Where(c => c.Environment == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Environment, here), ct);
    }
}

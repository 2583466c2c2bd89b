using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Connections;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

/// <summary>Who gets copies, or envelopes instead of a recipient.</summary>
internal static class Channels
{
    /// <summary>Those of the hub's list that rules may name.</summary>
    public static async Task<IReadOnlyList<Channel>> AvailableChannelsAsync(this ConsoleDbContext db, CancellationToken ct) =>
        [.. (await db.Set<Channel>().AsNoTracking().Where(channel => channel.IsOffered).ToListAsync(ct))
            .OrderBy(channel => channel.Code, StringComparer.Ordinal)];
}

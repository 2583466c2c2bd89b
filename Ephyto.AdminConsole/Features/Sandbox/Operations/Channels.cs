using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Connections;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

/// <summary>Who gets copies, or envelopes instead of a recipient.</summary>
internal static class Channels
{
    /// <summary>Codes of those of the hub's list that get nothing any more, though rules name them still.</summary>
    public static async Task<IReadOnlySet<string>> ClosedChannelsAsync(this ConsoleDbContext db, CancellationToken ct) =>
        (await db.Set<Channel>().Where(channel => !channel.IsOffered || !channel.Receive).Select(channel => channel.Code).ToListAsync(ct))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Those of the hub's list that rules may name.</summary>
    public static async Task<IReadOnlyList<Channel>> AvailableChannelsAsync(this ConsoleDbContext db, CancellationToken ct) =>
        [.. (await db.Set<Channel>().AsNoTracking().Where(channel => channel.IsOffered).ToListAsync(ct))
            .OrderBy(channel => channel.Code, StringComparer.Ordinal)];
}

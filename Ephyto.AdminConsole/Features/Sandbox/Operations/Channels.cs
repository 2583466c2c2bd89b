using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Connections;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Operations;

/// <summary>Who gets copies, or envelopes instead of a recipient.</summary>
internal sealed record HubChannel(string Code, string Name, bool Receive, bool Send);

internal static class Channels
{
    /// <summary>Those that the rules of connections name.</summary>
    public static async Task<IReadOnlyList<HubChannel>> AvailableChannelsAsync(this ConsoleDbContext db, CancellationToken ct)
    {
        var settings = await db.Set<Connection>().AsNoTracking().Select(c => c.Settings).ToListAsync(ct);
        return [.. settings.SelectMany(each => each.Rules).Select(rule => rule.Channel).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).Select(code => new HubChannel(code, code, Receive: true, Send: false))];
    }
}

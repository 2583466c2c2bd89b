using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Namers">The codes of the connections whose rules name it.</param>
public sealed record ChannelItem(Channel Channel, IReadOnlyList<string> Namers);

/// <param name="Items">Those that are offered first, by their codes.</param>
/// <param name="MayEdit">Whether the reader may change the list.</param>
public sealed record ChannelList(IReadOnlyList<ChannelItem> Items, bool MayEdit);

/// <summary>The list of channels, for the hub.</summary>
internal sealed class ListChannels(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<ChannelList>> HandleAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.NpposView, ct) is { } refusal) return refusal;

        var channels = await db.Set<Channel>().AsNoTracking().OrderByDescending(c => c.IsOffered).ThenBy(c => c.Code).ToListAsync(ct);
        // The rules stand in the settings as they are kept: no query looks into them.
        var connections = await db.Set<Connection>().AsNoTracking().OrderBy(c => c.Code).ToListAsync(ct);
        return new ChannelList(
            [.. channels.Select(channel => new ChannelItem(channel, [.. connections
                .Where(c => c.Settings.Rules.Any(rule => string.Equals(rule.Channel, channel.Code, StringComparison.OrdinalIgnoreCase)))
                .Select(c => c.Code)]))],
            await db.AllowsOnHubAsync(actor, Permission.NpposManage, ct));
    }
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Certificates;
using Ephyto.AdminConsole.Field.Connections;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Connections">By their codes; none while they rest.</param>
/// <param name="Signatures">
/// By the connection: its digital certificate in use for signing, by which others check what it signs; the newest where there are several.
/// </param>
/// <param name="Channels">Those that rules may name, by their codes.</param>
/// <param name="Partners">What rules may name.</param>
/// <param name="MayEdit">Whether the reader may change and add them.</param>
/// <param name="Here">The environment of the console.</param>
/// <param name="Serves">The countries that they serve.</param>
/// <param name="Served">The connection of another organization that exchanges for the country; null where none does.</param>
public sealed record ConnectionsView(
    Nppo Nppo, IReadOnlyList<Connection> Connections, IReadOnlyDictionary<Guid, DigitalCertificate> Signatures,
    IReadOnlyList<Channel> Channels, KnownPartners Partners, bool MayEdit, HubEnvironment Here,
    IReadOnlyList<ServedThrough> Serves, ServedThrough? Served = null);

/// <summary>The connections of an organization to the Hub.</summary>
internal sealed class ViewConnections(
    IDbContextFactory<ConsoleDbContext> contexts, PartnersOf partners, IOptions<HubOptions> hub, TimeProvider time)
{
    public async Task<Result<ConnectionsView>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, nppoId, ct) is { } refusal) return refusal;
        if (await db.Set<Nppo>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == nppoId, ct) is not { } nppo) return AccessErrors.NotFound;

        var connections = await db.WorkingConnectionsAsync(nppo, ct);
        var served = await db.ServedAsync(hub.Value.Here, time.GetUtcNow().UtcDateTime, ct);
        return new ConnectionsView(
            nppo, connections, await db.SigningCertificatesOfAsync([.. connections.Select(c => c.Id)], ct),
            await db.Set<Channel>().AsNoTracking().Where(c => c.IsOffered && c.Receive).OrderBy(c => c.Code).ToListAsync(ct),
            await partners.ReadAsync(db, ct), await db.AllowsOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, ct),
            hub.Value.Here, [.. served.Values.Where(one => one.NppoId == nppoId)],
            nppo.CurrentCountryCode is { } country ? served.GetValueOrDefault(country) : null);
    }
}

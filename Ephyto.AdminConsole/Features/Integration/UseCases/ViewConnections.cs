using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Connections">By their codes.</param>
/// <param name="Signatures">The digital certificates in use for signing: others check by them what the organization signs.</param>
/// <param name="MayEdit">Whether the reader may change and add them.</param>
public sealed record ConnectionsView(
    Nppo Nppo, IReadOnlyList<Connection> Connections, IReadOnlyList<CertificateFacts> Signatures, bool MayEdit);

/// <summary>The connections of an organization to the Hub.</summary>
internal sealed class ViewConnections(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<ConnectionsView>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, nppoId, ct) is { } refusal) return refusal;
        if (await db.Set<Nppo>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == nppoId, ct) is not { } nppo) return AccessErrors.NotFound;

        var connections = await db.Set<Connection>().AsNoTracking().Where(c => c.NppoId == nppoId).OrderBy(c => c.Code).ToListAsync(ct);
        var signing = await db.Set<DigitalCertificate>().AsNoTracking()
            .Where(c => c.NppoId == nppoId && c.Usage == CertificateUsage.Signing
                && (c.Status == CertificateStatus.Active || c.Status == CertificateStatus.Expiring))
            .OrderByDescending(c => c.StatusSince).ToListAsync(ct);
        return new ConnectionsView(nppo, connections, [.. signing.Select(c => c.Facts)],
            await db.AllowsOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, ct));
    }
}

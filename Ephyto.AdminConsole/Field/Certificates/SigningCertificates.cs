using Ephyto.AdminConsole.Data;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Certificates;

/// <summary>By which others check what a connection signs.</summary>
internal static class SigningCertificates
{
    /// <param name="connections">Their ids.</param>
    /// <returns>The certificates in use for signing, by their connection; the newest where there are several.</returns>
    public static async Task<IReadOnlyDictionary<Guid, DigitalCertificate>> SigningCertificatesOfAsync(
        this ConsoleDbContext db, IReadOnlyCollection<Guid> connections, CancellationToken ct) =>
        (await db.Set<DigitalCertificate>().AsNoTracking()
            .Where(c => c.ConnectionId != null && connections.Contains(c.ConnectionId.Value) && c.Usage == CertificateUsage.Signing
                && (c.Status == CertificateStatus.Active || c.Status == CertificateStatus.Expiring))
            .OrderByDescending(c => c.ActivatedAt).ThenBy(c => c.Id).ToListAsync(ct))
            .DistinctBy(c => c.ConnectionId).ToDictionary(c => c.ConnectionId!.Value);
}

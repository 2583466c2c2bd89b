using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;

/// <param name="From">Whose it was as the reader saw it; null where it was nobody's yet.</param>
/// <param name="ConnectionId">Whose it is from now on.</param>
internal sealed record AssignCertificateRequest(Guid NppoId, Guid CertificateId, Guid? From, Guid ConnectionId);

/// <summary>Says that another connection of the organization uses a certificate.</summary>
internal sealed class AssignCertificate(CertificateAct acts)
{
    public Task<Result<CertificateStatus>> HandleAsync(AssignCertificateRequest request, Actor actor, CancellationToken ct) =>
        acts.ActAsync(request.NppoId, request.CertificateId, actor, async (db, certificate, now) =>
            certificate.ConnectionId != request.From ? AccessErrors.ChangedMeanwhile
                : await db.Set<Connection>().AsNoTracking()
                .SingleOrDefaultAsync(c => c.Id == request.ConnectionId && c.NppoId == request.NppoId, ct) is { } connection
                ? certificate.AssignTo(connection.Ref, actor, now) : CertificateErrors.ConnectionNeeded, ct);
}

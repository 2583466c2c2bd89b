using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Certificates;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;

/// <param name="ReplacesId">The one in use whose place it takes at once; null where both are used for a while.</param>
internal sealed record ActivateCertificateRequest(Guid NppoId, Guid CertificateId, Guid? ReplacesId = null);

/// <summary>Puts a certificate to use. The check is made anew: what the page showed may be old.</summary>
internal sealed class ActivateCertificate(CertificateAct acts, CertificateFindings findings)
{
    public Task<Result<CertificateStatus>> HandleAsync(ActivateCertificateRequest request, Actor actor, CancellationToken ct) =>
        acts.ActAsync(request.NppoId, request.CertificateId, actor, async (db, certificate, now) =>
        {
            var nppo = await db.Set<Nppo>().SingleAsync(n => n.Id == request.NppoId, ct);
            if (nppo.HasLeftOwnSystem) return IntegrationErrors.NoConnectionNeeded;
            var found = await findings.CheckAsync(db, nppo, [certificate], ct);
            var activated = certificate.Activate(found[certificate.Id], actor.Id, now);
            if (!activated.IsSuccess || request.ReplacesId is not { } replaced) return activated;

            return await CertificateAct.FindAsync(db, request.NppoId, replaced, ct) is { } before
                ? before.SupersedeBy(certificate, actor.Id, now) : CertificateErrors.NotReplaceable;
        }, ct, (db, cancel) => WaitAsync(db, request.CertificateId, cancel));

    // Of two organizations that put the same key to use at the same moment the second one finds the first.
    private static async Task<IDbContextTransaction> WaitAsync(ConsoleDbContext db, Guid certificateId, CancellationToken ct) =>
        await db.LockKeysAsync(
            await db.Set<DigitalCertificate>().Where(c => c.Id == certificateId).Select(c => c.Facts.PublicKeyHash).ToListAsync(ct), ct);
}

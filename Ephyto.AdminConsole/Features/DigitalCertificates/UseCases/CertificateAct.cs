using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;

/// <summary>What every act on a certificate shares.</summary>
internal sealed class CertificateAct(Changes changes)
{
    /// <param name="nppoId">Whose certificate.</param>
    /// <param name="certificateId">Which.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="act">The domain's method, with the moment.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="wait">Begins a transaction that others wait for; null where nobody has to.</param>
    public Task<Result<CertificateStatus>> ActAsync(
        Guid nppoId, Guid certificateId, Actor actor, Func<ConsoleDbContext, DigitalCertificate, DateTime, Task<Result>> act,
        CancellationToken ct, Func<ConsoleDbContext, CancellationToken, Task<IDbContextTransaction>>? wait = null) => changes.MakeAsync(
        new Change<DigitalCertificate>(certificateId)
        {
            Lock = wait,
            Guard = (db, cancel) => db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, cancel),
            Load = (db, cancel) => FindAsync(db, nppoId, certificateId, cancel),
        },
        act,
        (_, certificate) => certificate.Status,
        ct);

    /// <summary>Null where the organization has none of this id.</summary>
    public static Task<DigitalCertificate?> FindAsync(ConsoleDbContext db, Guid nppoId, Guid certificateId, CancellationToken ct) =>
        db.Set<DigitalCertificate>().SingleOrDefaultAsync(c => c.Id == certificateId && c.NppoId == nppoId, ct);
}

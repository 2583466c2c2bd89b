using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;

/// <summary>What every act on a certificate shares.</summary>
internal sealed class CertificateAct(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    /// <param name="nppoId">Whose certificate.</param>
    /// <param name="certificateId">Which.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="act">The domain's method, with the moment.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<CertificateStatus>> ActAsync(
        Guid nppoId, Guid certificateId, Actor actor, Func<ConsoleDbContext, DigitalCertificate, DateTime, Task<Result>> act, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, ct) is { } refusal) return refusal;
        if (await FindAsync(db, nppoId, certificateId, ct) is not { } certificate) return AccessErrors.NotFound;

        if ((await act(db, certificate, time.GetUtcNow().UtcDateTime)).Error is { } impossible) return impossible;
        return await db.TrySaveAsync(ct) is { } changed ? changed : certificate.Status;
    }

    /// <summary>Null where the organisation has none of this id.</summary>
    public static Task<DigitalCertificate?> FindAsync(ConsoleDbContext db, Guid nppoId, Guid certificateId, CancellationToken ct) =>
        db.Set<DigitalCertificate>().SingleOrDefaultAsync(c => c.Id == certificateId && c.NppoId == nppoId, ct);
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;

/// <summary>What every act of an applicant shares: the tracker's link is looked at again, and the registration saved.</summary>
internal sealed class ApplicantAct(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<RegistrationStatus>> ActAsync(
        Guid linkId, Func<ConsoleDbContext, Registration, DateTime, Task<Result>> act, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var link = await db.Set<AccessLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == linkId && l.Purpose == LinkPurpose.ApplicantTracker, ct);
        if (link is null || link.StateAt(now) != LinkState.Open) return LinkErrors.NotUsable;
        if (await db.FindRegistrationAsync(link.SubjectId, ct) is not { } registration) return AccessErrors.NotFound;

        if ((await act(db, registration, now)).Error is { } refusal) return refusal;
        return await db.TrySaveAsync(ct) is { } lost ? lost : registration.Status;
    }
}

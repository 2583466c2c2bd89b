using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;

/// <summary>What every act of an applicant shares: the tracker's link is looked at again, and the registration saved.</summary>
internal sealed class ApplicantAct(LinkUse links, Changes changes, TimeProvider time)
{
    public async Task<Result<RegistrationStatus>> ActAsync(
        Guid linkId, Func<ConsoleDbContext, Registration, DateTime, Task<Result>> act, CancellationToken ct)
    {
        var link = await links.FindAsync(linkId, ct);
        if (link is not { Purpose: LinkPurpose.ApplicantTracker } || link.StateAt(time.GetUtcNow().UtcDateTime) != LinkState.Open)
            return LinkErrors.NotUsable;

        return await changes.MakeAsync(new Change<Registration>(link.SubjectId), act, (_, registration) => registration.Status, ct);
    }
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;

internal sealed record VerifyEmailRequest(Guid LinkId);

/// <summary>The applicant's address proves to be theirs; only now the contact point is written to.</summary>
internal sealed class VerifyEmail(LinkUse links, LinkIssuer issuer, ContactPointEmailLimits limits, RegistrationPolicy policy,
    TimeProvider time)
{
    /// <returns>A fresh tracker link, for the redirect of this very request.</returns>
    public async Task<Result<IssuedLink>> HandleAsync(VerifyEmailRequest request, CancellationToken ct)
    {
        try
        {
            return await Saving.AgainAfterConflictAsync(() => VerifyAsync(request, ct));
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            return AccessErrors.ChangedMeanwhile;
        }
        catch (Exception waited) when (waited.IsBusy())
        {
            return AccessErrors.Busy;
        }
    }

    private Task<Result<IssuedLink>> VerifyAsync(VerifyEmailRequest request, CancellationToken ct) =>
        links.ConsumeAsync<IssuedLink>(request.LinkId, LinkPurpose.VerifyEmail, async (db, link) =>
        {
            var registration = await db.FindRegistrationAsync(link.SubjectId, ct);
            if (registration is null) return AccessErrors.NotFound;
            if (await db.RefuseToVerifyAsync(registration, ct) is { } another) return another;

            var contact = await db.CurrentContactAsync(registration.CountryCode, ct);
            var verified = registration.VerifyEmail(contact, policy, time.GetUtcNow().UtcDateTime);
            if (verified.Error is { } refusal) return refusal;

            var tracker = issuer.Add(db, LinkPurpose.ApplicantTracker, registration.Id, registration.Id, policy.ExpireAfter);
            await db.SaveChangesAsync(ct);
            return tracker;
        }, ct, (db, link) => RefuseEmailAsync(db, link, ct));

    // A contact point that was written to often is left in peace for a while. Nothing is changed then, and the link works later.
    private async Task<DomainError?> RefuseEmailAsync(ConsoleDbContext db, AccessLink link, CancellationToken ct)
    {
        var registration = await db.Set<Registration>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == link.SubjectId, ct);
        if (registration is not { IsUnverified: true }) return null;
        if (await db.RefuseToVerifyAsync(registration, ct) is { } another) return another;
        return await limits.AllowRequestAsync(db, registration, await db.CurrentContactAsync(registration.CountryCode, ct), ct)
            ? null : EmailErrors.TooMany;
    }
}

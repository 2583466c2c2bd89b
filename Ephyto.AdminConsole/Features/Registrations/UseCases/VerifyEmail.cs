using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.UseCases;

internal sealed record VerifyEmailRequest(Guid LinkId);

/// <summary>The applicant's address proves to be theirs; only now the contact point is written to.</summary>
internal sealed class VerifyEmail(LinkUse links, LinkIssuer issuer, RegistrationPolicy policy, TimeProvider time)
{
    /// <returns>A fresh tracker link, for the redirect of this very request.</returns>
    public Task<Result<IssuedLink>> HandleAsync(VerifyEmailRequest request, CancellationToken ct) =>
        links.ConsumeAsync<IssuedLink>(request.LinkId, LinkPurpose.VerifyEmail, async (db, link) =>
        {
            var registration = await db.FindRegistrationAsync(link.SubjectId, ct);
            if (registration is null) return AccessErrors.NotFound;

            var contact = await db.CurrentContactAsync(registration.CountryCode, ct);
            var verified = registration.VerifyEmail(contact, policy, time.GetUtcNow().UtcDateTime);
            if (verified.Error is { } refusal) return refusal;

            var tracker = issuer.Add(db, LinkPurpose.ApplicantTracker, registration.Id, registration.Id, policy.ExpireAfter);
            return await db.TrySaveAsync(ct) is { } lost ? lost : tracker;
        }, ct);
}

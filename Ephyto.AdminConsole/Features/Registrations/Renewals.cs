using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Features.Registrations.Reactions;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations;

/// <summary>A new verification link for a registration that still waits for it; the tracker's link for one verified already.</summary>
internal sealed class VerificationRenewal(
    IDbContextFactory<ConsoleDbContext> contexts, RegistrationPolicy policy, TimeProvider time, TrackerRenewal tracker) : ILinkRenewal
{
    public LinkPurpose Purpose => LinkPurpose.VerifyEmail;

    public async Task RenewAsync(AccessLink link, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.FindRegistrationAsync(link.SubjectId, ct) is not { } registration) return;

        if (registration.VerifiedAt is not null) await tracker.RenewAsync(link, ct);
        else if (registration.Resend(policy, time.GetUtcNow().UtcDateTime).IsSuccess) await db.TrySaveAsync(ct);
    }
}

/// <summary>A new link to the tracker, by e-mail to the applicant.</summary>
internal sealed class TrackerRenewal(
    IDbContextFactory<ConsoleDbContext> contexts, RegistrationMailer mailer, ApplicantEmails emails, LinkIssuer links,
    RegistrationPolicy policy,
    TimeProvider time) : ILinkRenewal
{
    // Whoever holds an old link may press the button: the applicant is not to be flooded.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    public LinkPurpose Purpose => LinkPurpose.ApplicantTracker;

    public async Task RenewAsync(AccessLink link, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.FindRegistrationAsync(link.SubjectId, ct) is not { IsOpen: true, VerifiedAt: not null } registration) return;
        var since = time.GetUtcNow().UtcDateTime - Pause;
        if (await db.Set<OutgoingEmail>().AnyAsync(email => email.SubjectKind == SubjectKinds.Registration
            && email.SubjectId == registration.Id
            && email.Kind == EmailKinds.TrackerLink.Code && email.QueuedAt > since, ct)) return;

        await mailer.CancelAsync(db, registration, EmailKinds.TrackerLink, ct);
        var fresh = links.Add(db, LinkPurpose.ApplicantTracker, registration.Id, registration.Id, policy.ExpireAfter);
        await mailer.ToApplicantAsync(db, registration, EmailKinds.TrackerLink, fresh, () => emails.TrackerLink(registration), ct);
        await db.TrySaveAsync(ct);
    }
}

/// <summary>A new link for the contact point while the decision is still theirs; only ever to the address the directory has.</summary>
internal sealed class ContactPointRenewal(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time) : ILinkRenewal
{
    public LinkPurpose Purpose => LinkPurpose.ContactPointDecision;

    public async Task RenewAsync(AccessLink link, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var registration = await db.FindRegistrationAsync(link.SubjectId, ct);
        // Whoever holds a link of a former contact point must not cause messages to the present one.
        if (registration?.Asked?.ContactPointId != link.HolderId) return;
        var current = await db.CurrentContactAsync(registration.CountryCode, ct);
        if (registration.RenewContactPointLink(current, time.GetUtcNow().UtcDateTime).IsSuccess) await db.TrySaveAsync(ct);
    }
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.UseCases;

/// <summary>The registration as a link's holder sees it.</summary>
/// <param name="Link">As it is now: used, revoked or expired, it still shows, but opens no action.</param>
/// <param name="MessageState">How the newest message to the contact point fares; null where none was written.</param>
/// <param name="MayResend">Whether the applicant may have the awaited message sent again now.</param>
public sealed record RegistrationView(
    Registration Registration, LinkState Link, EmailState? MessageState, DateTime? MessageAt, bool MayResend,
    DateTime? NextReminderAt, DateTime? EscalatesAt, DateTime? ExpiresAt)
{
    /// <summary>Newest first.</summary>
    public IReadOnlyList<RegistrationStep> Steps { get; } = [.. Registration.Steps.OrderByDescending(s => s.Number)];

    public string MaskedContact => EmailAddress.TryParse(Registration.Asked?.Email)?.Masked() ?? "";
}

/// <summary>Shows a registration to the holder of a link: the applicant or the contact point.</summary>
internal sealed class ViewRegistration(IDbContextFactory<ConsoleDbContext> contexts, RegistrationPolicy policy, TimeProvider time)
{
    /// <returns>
    /// The view, or a refusal where the link is not of that purpose or expired, or is revoked and was not made for the
    /// contact point who was asked last: who was that, and only they, learn from an old link how the matter stands.
    /// </returns>
    public async Task<Result<RegistrationView>> HandleAsync(Guid linkId, LinkPurpose purpose, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var link = await db.Set<AccessLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == linkId && l.Purpose == purpose, ct);
        if (link is null || link.StateAt(now) == LinkState.Expired) return LinkErrors.NotUsable;
        if (await db.Set<Registration>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == link.SubjectId, ct) is not { } registration)
            return LinkErrors.NotUsable;
        if (link.StateAt(now) == LinkState.Revoked && link.HolderId != registration.Asked?.ContactPointId) return LinkErrors.NotUsable;
        if (purpose == LinkPurpose.ContactPointDecision && registration.IsOpen && !await IsInDirectoryAsync(db, link.HolderId, ct)) return LinkErrors.NotUsable;

        var message = await db.Set<OutgoingEmail>().AsNoTracking()
            .Where(e => e.SubjectKind == SubjectKinds.Registration && e.SubjectId == registration.Id
                && (e.Kind == MailKinds.ContactPointRequest || e.Kind == MailKinds.ContactPointReminder))
            .OrderByDescending(e => e.QueuedAt).Select(e => new { e.State, At = e.SentAt ?? e.QueuedAt }).FirstOrDefaultAsync(ct);
        return new RegistrationView(
            registration, link.StateAt(now), message?.State, message?.At, registration.ResendAllowed(policy, now),
            registration.NextReminderAt(policy), registration.EscalatesAt(policy), registration.ExpiresAt(policy));
    }

    // Whose entry has ended learns nothing more, also while the country has nobody else.
    private static Task<bool> IsInDirectoryAsync(ConsoleDbContext db, Guid? contactId, CancellationToken ct) =>
        db.Set<ContactPoint>().AnyAsync(contact => contact.Id == contactId && contact.CurrentCountryCode != null, ct);
}

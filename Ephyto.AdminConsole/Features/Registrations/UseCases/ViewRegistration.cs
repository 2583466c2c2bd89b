using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.UseCases;

/// <summary>The registration as a link's holder sees it.</summary>
/// <param name="Link">As it is now: used, revoked or expired, it still shows, but opens no action.</param>
/// <param name="MessageState">How the newest message to the contact point fares; null where none was written.</param>
/// <param name="MayResend">Whether the applicant may have the awaited message sent again now.</param>
/// <param name="ResendFrom">From when on they may, where they may not yet.</param>
/// <param name="Hindrance">Why its address cannot be verified now, though it is not yet: another registration of the country was verified
/// first.</param>
/// <param name="IsActivated">Whether whoever registered has taken the account on: the link to it is used.</param>
/// <param name="VerifyFrom">When its address can be verified, where the contact point was written to so often that it cannot be
/// now.</param>
public sealed record RegistrationView(
    Registration Registration, LinkState Link, EmailState? MessageState, DateTime? MessageAt, bool MayResend,
    DateTime? NextReminderAt, DateTime? EscalatesAt, DateTime? ExpiresAt, DomainError? Hindrance = null, DateTime? VerifyFrom = null,
    DateTime? ResendFrom = null, bool IsActivated = false)
{
    /// <summary>Newest first.</summary>
    public IReadOnlyList<RegistrationStep> Steps { get; } = [.. Registration.Steps.OrderByDescending(s => s.Number)];

    /// <summary>Key of the sentence on where it stands.</summary>
    public string NowKey => Hindrance is not null ? "Now_AnotherVerified" : Steps[0].Code switch
    {
        RegistrationReplaced.Name => "Now_Replaced",
        RegistrationMadeRoom.Name => "Now_MadeRoom",
        _ => Registration switch
        {
            { Status: RegistrationStatus.Declined, VerifiedAt: null,
                DeclineReason: DeclineReason.AlreadyRegistered or DeclineReason.StillAdministered } =>
                "Now_ConfirmedFirst",
            { Status: RegistrationStatus.Escalated } => $"Now_Escalated_{Registration.EscalationReason}",
            _ => $"Now_{Registration.Status}",
        },
    };

    public string MaskedContact => EmailAddress.TryParse(Registration.Asked?.Email)?.Masked() ?? "";
}

/// <summary>Shows a registration to the holder of a link: the applicant or the contact point.</summary>
internal sealed class ViewRegistration(
    IDbContextFactory<ConsoleDbContext> contexts, ContactPointEmailLimits limits, RegistrationPolicy policy, TimeProvider time)
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
        if (link is null) return LinkErrors.NotUsable;
        if (link.StateAt(now) == LinkState.Expired) return LinkErrors.Expired;
        if (await db.Set<Registration>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == link.SubjectId, ct) is not { } registration)
            return LinkErrors.NotUsable;
        if (link.StateAt(now) == LinkState.Revoked && link.HolderId != registration.Asked?.ContactPointId) return LinkErrors.NotUsable;
        if (purpose == LinkPurpose.ContactPointDecision && registration.IsOpen && !await db.IsInDirectoryAsync(link.HolderId, ct))
            return LinkErrors.NotUsable;

        var message = await db.Set<OutgoingEmail>().AsNoTracking()
            .Where(e => e.SubjectKind == SubjectKinds.Registration && e.SubjectId == registration.Id
                && (e.Kind == EmailKinds.ContactPointRequest.Code || e.Kind == EmailKinds.ContactPointReminder.Code))
            .OrderByDescending(e => e.QueuedAt).Select(e => new { e.State, At = e.SentAt ?? e.QueuedAt }).FirstOrDefaultAsync(ct);
        return new RegistrationView(
            registration, link.StateAt(now), message?.State, message?.At, registration.ResendAllowed(policy, now),
            registration.NextReminderAt(policy), registration.EscalatesAt(policy), registration.ExpiresAt(policy),
            await db.RefuseToVerifyAsync(registration, ct),
            await VerifyFromAsync(db, registration, purpose, ct),
            registration.ResendAllowed(policy, now) ? null : registration.ResendFrom(policy), await IsActivatedAsync(db, registration, ct));
    }

    private static async Task<bool> IsActivatedAsync(ConsoleDbContext db, Registration r, CancellationToken ct) =>
        r.Status == RegistrationStatus.Confirmed && await db.Set<Nppo>().Where(nppo => nppo.CurrentCountryCode == r.CountryCode)
            .Join(db.Set<Member>(), nppo => nppo.Id, member => member.NppoId, (nppo, member) => member)
            .AnyAsync(member => member.IsInitialAdministrator && member.Status == MemberStatus.Active
                && member.Email == r.Representative.Email, ct);

    private async Task<DateTime?> VerifyFromAsync(ConsoleDbContext db, Registration r, LinkPurpose purpose, CancellationToken ct) =>
        purpose == LinkPurpose.VerifyEmail && r.IsUnverified
            ? await limits.NextRequestAsync(r, await db.CurrentContactAsync(r.CountryCode, ct), ct) : null;
}

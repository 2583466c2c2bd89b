using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations;

/// <summary>
/// Whoever has one address can register, verify, withdraw and begin again: how many e-mails of that come to a contact point, or to the
/// Secretariat where there is none.
/// </summary>
internal sealed class ContactPointEmailLimits(EmailLimits limits)
{
    /// <summary>
    /// Whether the registration may be put before the contact now; counted as the first thing in the transaction of <paramref name="db"/>.
    /// </summary>
    /// <param name="contact">Null where the directory has nobody: then the Secretariat is written to.</param>
    public Task<bool> AllowRequestAsync(ConsoleDbContext db, Registration registration, ContactPoint? contact, CancellationToken ct) =>
        limits.AllowAsync(db, EmailCause.ContactPointRequest, ReaderOf(registration, contact?.Details.Email), CausersOf(registration), ct);

    /// <summary>When the registration may be put before the contact, UTC; null where it may be now.</summary>
    public Task<DateTime?> NextRequestAsync(Registration registration, ContactPoint? contact, CancellationToken ct) =>
        limits.NextAsync(EmailCause.ContactPointRequest, ReaderOf(registration, contact?.Details.Email), CausersOf(registration), ct);

    /// <summary>Whether the contact who was asked may be written to once more; counted at once.</summary>
    public Task<bool> AllowAgainAsync(Registration registration, CancellationToken ct) =>
        limits.AllowAsync(EmailCause.ContactPointRequest, ReaderOf(registration, registration.Asked?.Email), CausersOf(
            registration)[0], ct);

    /// <summary>
    /// Whether the contact who was asked is told that it was taken back; counted at once, and only where there is something to tell.
    /// </summary>
    public async Task<bool> AllowWithdrawnAsync(Registration registration, CancellationToken ct) =>
        registration is { IsOpen: true, Asked: { } asked }
            && await limits.AllowAsync(EmailCause.WithdrawnNotice, ReaderOf(registration, asked.Email), null, ct);

    private static string ReaderOf(Registration registration, string? email) =>
        EmailAddress.TryParse(email)?.Value ?? registration.CountryCode;

    // The network is known as long as the address may be verified.
    private static List<string> CausersOf(Registration r) =>
        [.. new[] { r.Representative.Email, r.SentFrom }.OfType<string>().Select(causer => $"{causer}/{r.CountryCode}")];
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Reactions;

/// <summary>Writes an e-mail about a registration into the save under way.</summary>
internal sealed class RegistrationMailer(EmailWriter writer)
{
    public Task ToApplicantAsync(
        ConsoleDbContext db, Registration registration, EmailKind kind, IssuedLink? link, Func<EmailContent> build, CancellationToken ct) =>
        WriteAsync(db, registration, kind, registration.Representative.Email, registration.Representative.PreferredLanguage,
            link, build, ct);

    public Task ToContactPointAsync(
        ConsoleDbContext db, Registration registration, EmailKind kind, IssuedLink? link, Func<EmailContent> build, CancellationToken ct) =>
        WriteAsync(db, registration, kind, registration.Asked!.Email, registration.Asked.Language, link, build, ct);

    public Task CancelAsync(ConsoleDbContext db, Registration registration, EmailKind kind, CancellationToken ct) =>
        writer.CancelAsync(db, kind, About(registration), ct);

    public async Task WriteAsync(
        ConsoleDbContext db, Registration registration, EmailKind kind, string to, string language, IssuedLink? link,
        Func<EmailContent> build, CancellationToken ct)
    {
        // The directory is kept by hand: an address that no mail server would take must not stop the registration.
        if (EmailAddress.TryParse(to) is { } address)
            await writer.WriteAsync(db, kind, About(registration), address, language, link?.ProtectedSecret, build, ct);
    }

    private static SubjectRef About(Registration registration) => new(SubjectKinds.Registration, registration.Id);
}

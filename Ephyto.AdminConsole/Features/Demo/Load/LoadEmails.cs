using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Demo.Load;

/// <summary>E-mails about the registrations: nearly all sent, some refused, none that waits and would go out.</summary>
internal static class LoadEmails
{
    // As long as a real one: lists must not read it.
    private static readonly string Text =
        string.Concat(Enumerable.Repeat("A representative asks to register the plant protection organization of your country. ", 20));
    private static readonly string Html =
        "<!doctype html><html><body>" + string.Concat(Enumerable.Repeat(
            "<p>A representative asks to register the plant protection organization of your country.</p>", 80)) + "</body></html>";

    public static IEnumerable<OutgoingEmail> Make(IReadOnlyList<Registration> registrations, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var about = registrations[number % registrations.Count];
            var at = about.SubmittedAt.AddHours(1 + (number / registrations.Count));
            var email = OutgoingEmail.Queue(
                new ComposedEmail(number % 3 == 0 ? "registration.contact-point-request" : "registration.received",
                    EmailAddress.TryParse(about.Representative.Email)!,
                    "en", $"{about.Reference}: {about.Organization.NameInEnglish}", Text, Html, null),
                new SubjectRef(SubjectKinds.Registration, about.Id), at);
            if (number % 100 == 7) email.MarkFailed("550 5.1.1 The mailbox is unknown", at.AddSeconds(3));
            else email.MarkSent(at.AddSeconds(3));
            yield return email;
        }
    }
}

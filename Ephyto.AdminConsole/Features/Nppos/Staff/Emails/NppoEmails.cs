using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Nppos;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.Emails;

/// <summary>What the hub tells the administrators of an organization. Each is built in its reader's language.</summary>
internal sealed class NppoEmails(IStringLocalizer<NppoEmails> text)
{
    public static readonly EmailKind SuspendedKind = EmailKind.Plain(NppoSuspended.Name);
    public static readonly EmailKind ReactivatedKind = EmailKind.Plain(NppoReactivated.Name);
    public static readonly EmailKind ClosedKind = EmailKind.Plain(NppoClosed.Name);
    public static readonly IReadOnlyList<EmailKind> Kinds = [SuspendedKind, ReactivatedKind, ClosedKind];

    public EmailContent Suspended(Nppo nppo, string reader) => new(text["SuspendedSubject", nppo.Organization.Name],
    [
        Greeting(reader),
        new Paragraph(text["SuspendedSaid", nppo.Organization.Name]),
        new Quote(nppo.SuspensionWords ?? ""),
        new Paragraph(text["SuspendedNext"]),
    ]);

    public EmailContent Reactivated(Nppo nppo, string reader) => new(text["ReactivatedSubject", nppo.Organization.Name],
    [
        Greeting(reader),
        new Paragraph(text["ReactivatedSaid", nppo.Organization.Name]),
        new ActionLink(text["OpenConsole"], "nppo"),
    ]);

    public EmailContent Closed(Nppo nppo, string reader) => new(text["ClosedSubject", nppo.Organization.Name],
    [
        Greeting(reader),
        new Paragraph(text["ClosedSaid", nppo.Organization.Name]),
        new Quote(nppo.ClosingWords ?? ""),
        new Paragraph(text["ClosedNext"]),
    ]);

    // Who is invited may have given no name yet.
    private Paragraph Greeting(string reader) => new(reader.Length == 0 ? text["GreetingPlain"] : text["Greeting", reader]);
}

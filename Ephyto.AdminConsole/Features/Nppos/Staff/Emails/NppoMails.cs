using Ephyto.AdminConsole.Platform.Email;
using Ephyto.Domain.Nppos;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.Emails;

/// <summary>What the hub tells the administrators of an organisation. Each is built in its reader's language.</summary>
internal sealed class NppoMails(IStringLocalizer<NppoMails> text)
{
    public static readonly MailKind SuspendedKind = MailKind.Plain(NppoSuspended.Name);
    public static readonly MailKind ReactivatedKind = MailKind.Plain(NppoReactivated.Name);
    public static readonly MailKind ClosedKind = MailKind.Plain(NppoClosed.Name);
    public static readonly IReadOnlyList<MailKind> Kinds = [SuspendedKind, ReactivatedKind, ClosedKind];

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

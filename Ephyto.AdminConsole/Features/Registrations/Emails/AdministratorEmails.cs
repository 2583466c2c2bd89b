using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations.Emails;

/// <summary>What the administrators of an organization read about its recovery. Each method is called in the reader's language.</summary>
internal sealed class AdministratorEmails(IStringLocalizer<RegistrationEmailText> text, IStringLocalizer<FieldNames> fields)
{
    public EmailContent Started(Registration r) => new(text["Told_Started_Subject", r.Organization.Name],
    [
        new Paragraph(text["GreetingPlain"]), new Paragraph(text["Told_Started_Text", r.Organization.Name]), Person(r),
        new Paragraph(text["Recovery_Grounds"]), new Quote(r.Grounds ?? ""), new Paragraph(text["Told_Started_Objection"]),
        new ActionLink(text["Told_Action"], "nppo"),
    ]);

    public EmailContent Confirmed(Registration r) => new(text["Told_Confirmed_Subject", r.Organization.Name],
    [
        new Paragraph(text["GreetingPlain"]), new Paragraph(text["Told_Confirmed_Text", r.Organization.Name]), Person(r),
        new Paragraph(text["Told_Confirmed_Objection"]), new ActionLink(text["Told_Action"], "nppo"),
    ]);

    public EmailContent Ended(Registration r) => new(text["Told_Ended_Subject", r.Organization.Name],
        [new Paragraph(text["GreetingPlain"]), new Paragraph(text["Told_Ended_Text", r.Organization.Name]), Person(r)]);

    private Facts Person(Registration r) => new(
    [
        new Fact(text["Representative"], r.Representative.FullName), new Fact(fields["JobTitle"], r.Representative.JobTitle),
        new Fact(fields["Email"], r.Representative.Email), new Fact(fields["Reference"], r.Reference),
    ]);
}

using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations.Emails;

/// <summary>What the hub's staff read. Each method is called in the reader's language.</summary>
internal sealed class SecretariatEmails(
    IStringLocalizer<RegistrationEmailText> text, IStringLocalizer<FieldNames> fields, CountryCatalogue countries)
{
    public EmailContent Escalated(Registration r, EscalationReason why, string? words) =>
        new(text.For(r, "Staff_Escalated_Subject", Country(r)),
            [new Paragraph(text.For(r, "Staff_Escalated_Text", Country(r))), new Paragraph(text[$"Escalated_{why}"]),
                .. Said(words), .. Body(r)]);

    public EmailContent SelfConfirmed(Registration r) => new(text.For(r, "Staff_SelfConfirmed_Subject", Country(r)),
        [new Paragraph(text.For(r, "Staff_SelfConfirmed_Text", Country(r))), .. Body(r)]);

    private static EmailBlock[] Said(string? words) => words is null ? [] : [new Quote(words)];

    private EmailBlock[] Body(Registration r) =>
    [
        new Facts([new Fact(fields["Reference"], r.Reference), new Fact(fields["Organization"], r.Organization.Name)]),
        new ActionLink(text["Staff_Action"], $"hub/registrations/{r.Id}"),
    ];

    private string Country(Registration r) => countries.NameOf(r.CountryCode);
}

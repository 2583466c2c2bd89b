using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Integration.Emails;

/// <summary>What the hub's decisions on the way to live exchange say to the organization. Each is built in its reader's language.</summary>
internal sealed class IntegrationEmails(IStringLocalizer<IntegrationEmails> text, Terms terms)
{
    /// <summary>Each bears the code of the event it tells of.</summary>
    public static readonly IReadOnlyList<EmailKind> Kinds =
        [.. new[] { IntegrationStepSentBack.Name, NppoTestingStarted.Name, NppoWentLive.Name }.Select(EmailKind.Plain)];

    public EmailContent SentBack(Nppo nppo, StepRecord record) => new(
        text["SentBackSubject", terms.Of(record.Step), nppo.Organization.Name],
        [new Paragraph(text["SentBackSaid", terms.Of(record.Step)]), new Quote(record.Answer ?? ""),
            new Paragraph(text["SentBackNext"]), Open(nppo)]);

    public EmailContent Testing(Nppo nppo) => new(
        text["TestingSubject", nppo.Organization.Name],
        [new Paragraph(text["TestingSaid", nppo.Organization.Name]), new Paragraph(text["TestingNext"]), Open(nppo)]);

    public EmailContent Live(Nppo nppo) => new(
        text["LiveSubject", nppo.Organization.Name],
        [new Paragraph(text["LiveSaid", nppo.Organization.Name]), new Paragraph(text["LiveNext"]), Open(nppo)]);

    private ActionLink Open(Nppo nppo) => new(text["Open"], $"nppo/integration?nppo={nppo.CountryCode}");
}

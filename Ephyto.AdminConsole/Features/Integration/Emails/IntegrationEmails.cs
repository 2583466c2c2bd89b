using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Integration.Emails;

/// <summary>What the hub's decisions on the way to live exchange say to the organization. Each is built in its reader's language.</summary>
internal sealed class IntegrationEmails(IStringLocalizer<IntegrationEmails> text, IStringLocalizer<FieldNames> fields, Terms terms)
{
    /// <summary>Each bears the code of the event it tells of.</summary>
    public static readonly IReadOnlyList<EmailKind> Kinds =
        [.. new[] { IntegrationStepSentBack.Name, IntegrationAnswerTakenBack.Name, NppoTestingStarted.Name, NppoWentLive.Name,
            NppoSystemChanged.Name }
            .Select(EmailKind.Plain)];

    public EmailContent SentBack(Nppo nppo, StepRecord record) => new(
        text["SentBackSubject", terms.Of(record.Step), nppo.Organization.Name],
        [new Paragraph(text["SentBackSaid", terms.Of(record.Step)]), new Quote(record.Answer ?? ""),
            new Paragraph(text[nppo.Status == NppoStatus.Live ? "SentBackLive" : "SentBackNext"]), Open(nppo)]);

    /// <summary>The e-mail before asked for something that is not asked for any more.</summary>
    public EmailContent TakenBack(Nppo nppo, IntegrationStep step) => new(
        text["TakenBackSubject", terms.Of(step), nppo.Organization.Name],
        [new Paragraph(text["TakenBackSaid", terms.Of(step)]), new Paragraph(text["TakenBackNext"]), Open(nppo)]);

    /// <param name="isReady">Whether the steps of the test are done already.</param>
    public EmailContent Testing(Nppo nppo, bool isReady) => new(
        text["TestingSubject", nppo.Organization.Name],
        [new Paragraph(text["TestingSaid", nppo.Organization.Name]),
            new Paragraph(text[isReady ? "TestingReady"
                : nppo.Organization.System == ExchangeSystem.GeNS ? "TestingNextGeNS" : "TestingNext"]), Open(nppo)]);

    public EmailContent Live(Nppo nppo) => new(
        text["LiveSubject", nppo.Organization.Name],
        [new Paragraph(text["LiveSaid", nppo.Organization.Name]),
            new Paragraph(text[nppo.Organization.System == ExchangeSystem.NationalSystem ? "LiveNext" : "LiveNextOther"]), Open(nppo)]);

    /// <summary>To the hub: other steps lead the organization to live exchange from now on, or another system serves it.</summary>
    public EmailContent SystemChanged(Nppo nppo, ExchangeSystem before) => new(
        nppo.Organization.System == before
            ? text["ServingSubject", nppo.Organization.Name]
            : text["SystemSubject", nppo.Organization.Name, terms.Of(nppo.Organization.System)],
        [
            new Paragraph(text[nppo.Organization.System == before ? "ServingSaid" : "SystemSaid", nppo.Organization.Name]),
            new Facts(
            [
                new(fields["Organization"], nppo.Organization.Name), new(fields["System"], terms.Of(nppo.Organization.System)),
                .. nppo.Organization.System == before ? (Fact[])[] : [new(text["SystemBefore"], terms.Of(before))],
                .. nppo.ServedBy is { } serving
                    ? (Fact[])[new(fields["ServingName"], serving.Name),
                        new(fields["ServingSince"], serving.Since.InWords(DaysInWords.Whole))]
                    : [],
            ]),
            new Paragraph(text["SystemNext"]), new ActionLink(text["OpenForHub"], $"hub/integration/{nppo.Id}"),
        ]);

    private ActionLink Open(Nppo nppo) => new(text["Open"], $"nppo/integration?nppo={nppo.CountryCode}");
}

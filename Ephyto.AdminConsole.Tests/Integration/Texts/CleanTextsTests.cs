using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Components.Lists.UseCases;
using Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Features.Registrations.Recover.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Staff;
using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Features.Letters;
using Ephyto.AdminConsole.Tests.Features.Registrations.Recover;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Members;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Integration.Texts;

/// <summary>
/// Every act that takes words keeps them without what nobody sees: <see cref="FreeText"/> is the one place they go through.
/// </summary>
public sealed partial class CleanTextsTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const string Typed = "a\u202E\u200Bb";

    private static readonly ConnectionSettings Connected = ConnectionSettings.Nothing with { Send = true, Receive = true,
        Allowed = [new(PhytoType.Phytosanitary, PhytoStatus.Issued)] };
    private static readonly PickedFile Picked = new($"{Typed}.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]);

    private static readonly Dictionary<string, Func<CleanTextsTests, Task<DomainError?>>> Acts = new()
    {
        ["WriteNote.Words"] = async it =>
            (await it.Host.Get<WriteNote>().HandleAsync(new((await it.EscalatedAsync()).Id, Typed), it._officer, default)).Error,
        ["ConfirmOnEvidence.Evidence"] = async it =>
            (await it.Host.Get<ConfirmOnEvidence>()
                .HandleAsync(new((await it.EscalatedAsync()).Id, await it.VersionAsync(), Typed), it._officer, default)).Error,
        ["DeclineEscalated.Words"] = async it => (await it.Host.Get<DeclineEscalated>().HandleAsync(
            new((await it.EscalatedAsync()).Id, await it.VersionAsync(), DeclineReason.Other, Typed), it._officer, default)).Error,
        ["DeclineRegistration.Words"] = it =>
            it.ByLinkAsync<DeclineRegistration>(EmailKinds.ContactPointRequest,
                async (act, link) => (await act.HandleAsync(new(link, DeclineReason.Other, Typed), default)).Error),
        ["AskApplicant.Words"] = it =>
            it.ByLinkAsync<AskApplicant>(EmailKinds.ContactPointRequest,
                async (act, link) => (await act.HandleAsync(new(link, Typed), default)).Error),
        ["AnswerQuestion.Words"] = it => it.AnswerAsync(),
        ["StepAside.Words"] = it =>
            it.ByLinkAsync<StepAside>(EmailKinds.ContactPointRequest,
                async (act, link) => (await act.HandleAsync(new(link, Typed), default)).Error),
        ["WithdrawRegistration.Words"] = it =>
            it.ByLinkAsync<WithdrawRegistration>(EmailKinds.Received,
                async (act, link) => (await act.HandleAsync(new(link, Typed), default)).Error),
        ["ReportContact.Words"] = it =>
            it.ByLinkAsync<ReportContact>(EmailKinds.Received,
                async (act, link) => (await act.HandleAsync(new(link, Typed), default)).Error),
        ["SuspendNppo.Words"] = async it =>
            (await it.Host.Get<SuspendNppo>().HandleAsync(new(it._nppo, await it.Host.SeenAsync(it._nppo), Typed), it._hub, default)).Error,
        ["CloseNppo.Words"] = async it =>
            (await it.Host.Get<CloseNppo>().HandleAsync(new(it._nppo, await it.Host.SeenAsync(it._nppo), Typed), it._hub, default)).Error,
        ["SuspendMember.Words"] = async it =>
            (await it.Host.Get<SuspendMember>().HandleAsync(new(await it.ColleagueAsync(), Typed), it._boss, default)).Error,
        ["RemoveMember.Words"] = async it =>
            (await it.Host.Get<RemoveMember>().HandleAsync(new(await it.ColleagueAsync(), Typed), it._boss, default)).Error,
        ["AskToJoin.Words"] = async it => (await it.Host.Get<AskToJoin>().HandleAsync(
            new("CI", new PersonDetails("", "Kofi", "Mensah", "Inspector", ""), "kofi@example.org", "en", Typed), default)).Error,
        ["AskForLetter.Addressee"] = async it => (await it.Host.AskAsync(it._nppo, it._boss, Typed)).Error,
        ["DeclineLetter.Words"] = async it =>
            (await it.Host.Get<DeclineLetter>()
                .HandleAsync(new((await it.Host.AskAsync(it._nppo, it._boss)).Value, Typed), it._officer, default)).Error,
        ["WithdrawLetter.Reason"] = async it =>
            (await it.Host.Get<WithdrawLetter>()
                .HandleAsync(new((await it.Host.IssuedLetterAsync(it._nppo, it._boss, it._officer)).Id, Typed), it._officer,
                    default)).Error,
        ["UploadCertificate.Description"] = it => it.UploadAsync(),
        ["RevokeCertificate.Words"] = async it => (await it.Host.Get<RevokeCertificate>().HandleAsync(
            new(it._nppo, await it.Host.InUseAsync(it._nppo, it._boss), RevocationReason.Other, Typed), it._boss, default)).Error,
        ["ReportStep.Evidence"] = it => it.ReportAsync(Typed),
        ["AnswerStep.Words"] = async it => await it.ReportAsync("Number 1") ?? (await it.Host.Get<AnswerStep>().HandleAsync(
            new(it._nppo, await it.Host.LookAtStepAsync(it._nppo, IntegrationStep.FirstSent, it._hub), false, Typed), it._hub,
            default)).Error,
        ["KeepView.Name"] = async it =>
            (await it.Host.Get<KeepView>().HandleAsync(new("outbox", Typed, "state=Failed"), it._officer, default)).Error,
        ["RenameView.Name"] = async it =>
            (await it.Host.Get<RenameView>().HandleAsync(new("outbox", await it.ViewAsync(), Typed), it._officer, default)).Error,
        ["AddDocument.Title"] = async it => (await it.AddAsync(Typed, "c.md")).Error,
        ["AddDocumentVersion.Notes"] = async it => (await it.Host.Get<AddDocumentVersion>().HandleAsync(
            new((await it.AddAsync("Samples", "c.md")).Value, Typed, "d.md", "# Second"u8.ToArray()), it._hub, default)).Error,
        ["BeginPasskey.Name"] = it => it.NamePasskeyAsync(Typed),
        ["PauseSending.Reason"] = async it => (await it.Host.Get<PauseSending>().HandleAsync(new(Typed), it._hub, default)).Error,
        ["ConfirmRegistration.Words"] = it =>
            it.ByLinkAsync<ConfirmRegistration>(EmailKinds.ContactPointRequest,
                async (act, link) => (await act.HandleAsync(new(link, Typed), default)).Error),
        ["RefuseMember.Words"] = async it =>
            (await it.Host.Get<RefuseMember>().HandleAsync(new(await it.RequestAsync(), Typed), it._boss, default)).Error,
        ["StartRecovery.Words"] = async it => (await it.Host.StartRecoveryAsync(words: Typed)).Error,
        ["ContestRecovery.Words"] = async it =>
            (await it.Host.Get<ContestRecovery>()
                .HandleAsync(new(it._nppo, (await it.Host.VerifiedRecoveryAsync()).Id, Typed), it._boss, default)).Error,
        ["SaveConnection.Endpoint"] = it =>
            it.ConnectAsync(Connected with { Delivery = DeliveryMode.Push, Endpoint = $"https://example.org/{Typed}" }),
        ["ChangeSystem.Name"] = async it => (await it.Host.Get<ChangeSystem>().HandleAsync(
            new(it._nppo, SeenSystem.Of(await it.Host.LookAtNppoAsync(it._nppo)), ExchangeSystem.ThroughAnotherSystem, Typed,
                DateOnly.FromDateTime(it.Host.Now()), true, true), it._boss, default)).Error,
        ["AddChannel.Name"] = async it => (await it.AddChannelAsync("AB", Typed)).Error,
        ["ChangeChannel.Name"] = async it => (await it.Host.Get<ChangeChannel>().HandleAsync(
            new((await it.AddChannelAsync("AB", "Channel")).Value, 1, Typed, true, true), it._hub, default)).Error,
        ["ConfirmOnEvidence.Name"] = async it => (await it.Host.Get<ConfirmOnEvidence>().HandleAsync(
            new((await it.EscalatedAsync()).Id, await it.VersionAsync(), "Letter", [Picked]), it._officer, default)).Error,
        ["DeclineEscalated.Name"] = async it => (await it.Host.Get<DeclineEscalated>().HandleAsync(
            new((await it.EscalatedAsync()).Id, await it.VersionAsync(), DeclineReason.Other, "Letter", [Picked]), it._officer,
            default)).Error,
        ["AddDocument.FileName"] = async it => (await it.AddAsync("Samples", $"{Typed}.md")).Error,
        ["AddDocumentVersion.FileName"] = async it => (await it.Host.Get<AddDocumentVersion>().HandleAsync(
            new((await it.AddAsync("Samples", "c.md")).Value, "Second", $"{Typed}.md", "# Second"u8.ToArray()), it._hub, default)).Error,
        ["RenamePasskey.Wanted"] = async it =>
        {
            Assert.Null(await it.NamePasskeyAsync("Key"));
            return (await it.Host.CallAsync((RenamePasskey use) => use.HandleAsync([1], Typed, it._boss, default))).Error;
        },
        ["AskByLink.Addressee"] = it => it.AskByLinkAsync(),
        ["DeclineServing.Words"] = async it =>
        {
            var asked = await it.ServingAsync(isConfirmed: false);
            var link = await it.Host.LinkOfAsync(await it.Host.EmailAsync(ServingEmails.AskedKind, asked.Id));
            return (await it.Host.Get<DeclineServing>().HandleAsync(new(link, Typed), default)).Error;
        },
        ["EndServing.Words"] = async it => (await it.Host.Get<EndServing>().HandleAsync(
            new(SeenServing.Of(await it.ServingAsync(isConfirmed: true)), DateOnly.FromDateTime(it.Host.Now()), Typed), it._hub,
            default)).Error,
        ["EndServingByLink.Words"] = async it =>
        {
            var served = await it.ServingAsync(isConfirmed: true);
            var link = await it.Host.LinkOfAsync(await it.Host.EmailAsync(ServingEmails.LinkKind, served.Id));
            return (await it.Host.Get<EndServingByLink>().HandleAsync(
                new(link, served.Version, DateOnly.FromDateTime(it.Host.Now()).AddDays(9), Typed), default)).Error;
        },
    };

    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _officer = Actor.Anonymous;
    private Actor _hub = Actor.Anonymous;
    private Registration? _registration;

    public static TheoryData<string> Names => [.. Acts.Keys];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_nppo, _boss) = await Host.OrganizationAsync("CI");
        _officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        _hub = await Host.AppointAsync(HubRole.HubAdministrator, "Hub");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_nobody_sees_is_not_kept(string act)
    {
        Assert.DoesNotContain(await Host.TextsAsync(), kept => IsSeen(kept.Text));

        var refusal = await Acts[act](this);

        Assert.Null(refusal?.Sentence);
        var texts = await Host.TextsAsync();
        Assert.Contains(texts, kept => IsSeen(kept.Text));
        Assert.DoesNotContain(texts, kept => kept.Text.IndexOfAny(['\u202E', '\u200B']) >= 0
            || Escapes.Any(escape => kept.Text.Contains(escape, StringComparison.OrdinalIgnoreCase)));
    }

    private static readonly string[] Escapes = [@"\u202E", @"\u200B"];

    // In a column of its own, in one that holds several values, or as the name of a file or the end of an address.
    private static bool IsSeen(string text) => Seen().IsMatch(text);
}

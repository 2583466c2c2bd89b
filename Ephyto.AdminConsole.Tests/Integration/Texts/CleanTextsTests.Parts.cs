using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Components.Lists.UseCases;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;
using Ephyto.AdminConsole.Features.Letters.Emails;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Features.Registrations;
using Ephyto.AdminConsole.Tests.Features.Serving;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Ephyto.Domain.IntegrationDocuments;
using Ephyto.Domain.Lists;
using Ephyto.Domain.Members;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration.Texts;

public sealed partial class CleanTextsTests
{
    [GeneratedRegex("""(^|"|https://example\.org/)ab($|"|\.md|\.png)""")]
    private static partial Regex Seen();

    private async Task<Registration> EscalatedAsync()
    {
        _registration = Host.Escalated("BO");
        await Host.AddAsync(_registration);
        return _registration;
    }

    private Task<int> VersionAsync() => Host.StoreAsync(async db => (await db.FindAsync<Registration>(_registration!.Id))!.Version);

    private async Task<DomainError?> ByLinkAsync<TAct>(string email, Func<TAct, Guid, Task<DomainError?>> act)
        where TAct : notnull
    {
        var registrar = new Registrar(Host);
        _registration ??= await registrar.VerifiedAsync("BO");
        var link = await registrar.LinkOfAsync(_registration.Id, email);
        return await Host.CallAsync((TAct service) => act(service, link.Id));
    }

    private async Task<DomainError?> AnswerAsync()
    {
        Assert.Null(
            await ByLinkAsync<AskApplicant>(EmailKinds.ContactPointRequest,
                async (act, link) => (await act.HandleAsync(new(link, "Who decided?"), default)).Error));
        return await ByLinkAsync<AnswerQuestion>(EmailKinds.Question,
            async (act, link) => (await act.HandleAsync(new(link, Typed), default)).Error);
    }

    private async Task<SeenMember> ColleagueAsync()
    {
        var colleague = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "colleague@example.org");
        return await Features.People.Members.MembersWorld.SeenAsync(Host, _nppo, colleague);
    }

    private async Task<SeenMember> RequestAsync()
    {
        var person = new PersonDetails("", "Kofi", "Mensah", "Inspector", "");
        Assert.Null(
            (await Host.Get<AskToJoin>().HandleAsync(new("CI", person, "kofi@example.org", "en", "I inspect exports."), default)).Error);
        var request = await Host.StoreAsync(db => db.Set<Member>().SingleAsync(m => m.Email == "kofi@example.org"));
        return new(request.Id, request.Version);
    }

    private async Task<DomainError?> AskByLinkAsync()
    {
        await Host.Get<SendLetterLink>().HandleAsync("CI", default);
        var link = await Host.LinkOfAsync(await Host.EmailAsync(LetterEmails.LinkKind, _nppo));
        return (await Host.Get<AskByLink>().HandleAsync(new(link, Languages.English, Typed), default)).Error;
    }

    private async Task<ServedCountry> ServingAsync(bool isConfirmed)
    {
        var (nppo, boss, connection) = await Host.ServingOrganizationAsync();
        var asked = await Host.AskedAsync(nppo, boss, connection, "CI");
        return isConfirmed ? await Host.ConfirmedAsync(asked.Id) : asked;
    }

    private async Task<Guid> ViewAsync()
    {
        Assert.Null((await Host.Get<KeepView>().HandleAsync(new("outbox", "Failed ones", "state=Failed"), _officer, default)).Error);
        return (await Host.StoreAsync(db => db.Set<SavedViews>().SingleAsync())).Views[0].Id;
    }

    private Task<Result<Guid>> AddChannelAsync(string code, string name) =>
        Host.Get<AddChannel>().HandleAsync(new(code, name, true, true), _hub, default);

    private async Task<DomainError?> ConnectAsync(ConnectionSettings settings) =>
        (await Host.Get<SaveConnection>().HandleAsync(new(_nppo, null, 0, settings), _boss, default)).Error;

    private async Task<DomainError?> UploadAsync()
    {
        using var made = MadeCertificate.Ec();
        return (await Host.UploadAsync(_nppo, _boss, made, Typed)).Error;
    }

    private async Task<DomainError?> ReportAsync(string evidence) => (await Host.Get<ReportStep>().HandleAsync(
        new(_nppo, await Host.LookAtStepAsync(_nppo, IntegrationStep.FirstSent, _boss), evidence), _boss, default)).Error;

    private Task<Result<Guid>> AddAsync(string title, string file) => Host.Get<AddDocument>().HandleAsync(
        new(DocumentKind.Samples, title, "en", DocumentAudience.Members, file, "# First"u8.ToArray()), _hub, default);

    private async Task<DomainError?> NamePasskeyAsync(string name)
    {
        var begun = await Host.CallAsync((BeginPasskey use) => use.HandleAsync(new(name, Given.Password), _boss, default));
        Assert.Null(begun.Error);
        return (await Host.CallAsync((AddPasskey use) => use.HandleAsync(
            new(new UserPasskeyInfo([1], [1], DateTimeOffset.UnixEpoch, 0, null, true, false, false, [1], [1]), begun.Value.Ticket, null),
            _boss, default))).Error;
    }
}

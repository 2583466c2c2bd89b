using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Features.Hub.Desk.Pages;
using Ephyto.AdminConsole.Features.Nppos.Own.Components;
using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Recover.Pages;
using Ephyto.AdminConsole.Features.Registrations.Staff.Pages;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Recover;

/// <summary>A recovery as the hub's desk, the organization's administrators and the public see it.</summary>
public sealed class HubRecoverPagesTests : PageTests
{
    [Fact]
    public async Task An_officer_starts_a_recovery_and_arrives_at_its_file()
    {
        await Host.ConfirmedNppoAsync();
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var choice = Open<HubRecoverCountryPage>(officer, "/hub/registrations/recover");
        Assert.Equal("hub/registrations/recover/CI", choice.Find(".country-list a").GetAttribute("href"));

        var reader = Reader(officer);
        var page = reader.Render<HubRecoverPage>(parameters => parameters.Add(p => p.CountryCode, "CI"));
        await page.Find("#Form-FamilyName").ChangeAsync("Koné");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(
            () => Assert.Contains("Enter the job title.", page.Find("#Form-JobTitle-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("Koné", page.Find("#Form-FamilyName").GetAttribute("value"));

        await page.Find("#Form-JobTitle").ChangeAsync("Head");
        await page.Find("#Form-Email").ChangeAsync("awa.kone@example.org");
        await page.Find("#Form-Phone").ChangeAsync("+225 27 20 00 00 00");
        await page.Find("#Form-Words").ChangeAsync(Recoveries.Words);
        await page.Find("#Form-Informed").ChangeAsync(true);
        await page.Find("form").SubmitAsync();

        var address = reader.Services.GetRequiredService<BunitNavigationManager>();
        page.WaitForAssertion(() => Assert.Contains("/hub/registrations/", address.Uri, StringComparison.Ordinal));
        var file = OpenDossier(officer, Guid.Parse(address.Uri[(address.Uri.LastIndexOf('/') + 1)..]));
        Assert.Contains(Recoveries.Words, file.Find("aside").TextContent, StringComparison.Ordinal);
        Assert.Contains("New administrator", file.Find(".page-header").TextContent, StringComparison.Ordinal);
        Assert.Contains("by Officer for the Secretariat", file.Find(".timeline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_is_offered_nothing_to_start()
    {
        await Host.ConfirmedNppoAsync();
        var (officer, auditor) = (await Host.AppointAsync(HubRole.SecretariatOfficer), await Host.AppointAsync(HubRole.Auditor, "Auditor"));

        Assert.NotEmpty(ListOf(officer, HubRole.SecretariatOfficer).FindAll("a[href='hub/registrations/recover']"));
        Assert.Empty(ListOf(auditor, HubRole.Auditor).FindAll("a[href='hub/registrations/recover']"));
        Assert.Contains("You may not open this page", Open<HubRecoverCountryPage>(auditor, "/hub/registrations/recover").Markup,
            StringComparison.Ordinal);
        Assert.Contains("You may not open this page",
            Open<HubRecoverPage>(auditor, "/hub/registrations/recover/CI", parameters => parameters.Add(p => p.CountryCode, "CI")).Markup,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_shows_the_kind_and_filters_by_it_in_the_address()
    {
        await Host.ConfirmedNppoAsync();
        await Host.VerifiedRecoveryAsync();
        var auditor = await Host.AppointAsync(HubRole.Auditor, "Auditor");

        Assert.Contains("New administrator", Assert.Single(Rows("?kind=Recovery")).TextContent, StringComparison.Ordinal);
        Assert.Contains("Confirmed", Assert.Single(Rows("?kind=Membership")).TextContent, StringComparison.Ordinal);
        Assert.Equal(2, Rows("?kind=Nonsense").Count);

        var reader = Reader(auditor);
        reader.Services.GetRequiredService<BunitNavigationManager>().NavigateTo("hub/registrations");
        var list = reader.Render<RegistrationList>();
        await list.Find("#kind").ChangeAsync("Recovery");
        Assert.EndsWith("/hub/registrations?kind=Recovery", reader.Services.GetRequiredService<BunitNavigationManager>().Uri,
            StringComparison.Ordinal);

        IReadOnlyList<AngleSharp.Dom.IElement> Rows(string query) =>
            Open<RegistrationList>(auditor, $"/hub/registrations{query}").FindAll("tbody tr");
    }

    [Fact]
    public async Task An_administrator_sees_it_come_objects_and_the_desk_lists_it()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var boss = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss@example.org");
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var started = await Host.StartRecoveryAsync();
        var page = Open<NppoOverview>(boss, "/nppo", parameters => parameters.Add(p => p.NppoId, nppo.Id));
        Assert.DoesNotContain("Somebody is to become", page.Markup, StringComparison.Ordinal);

        await Host.VerifyAsync(started.Value.Id);
        page.WaitForAssertion(() => Assert.Contains("Somebody is to become an administrator", page.Markup, StringComparison.Ordinal));
        Assert.Contains(Recoveries.Words, page.Markup, StringComparison.Ordinal);

        await page.PressAsync("We still have an administrator");
        await page.WaitForElement("#objection").ChangeAsync("I am on leave, not gone.");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Your objection is with the IPPC Secretariat", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("form"));
        Assert.Contains("An administrator objects", Open<DeskPage>(officer, "/hub").WaitForElement("tbody").TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_is_not_asked()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var viewer = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, "viewer@example.org");
        await Host.VerifiedRecoveryAsync();

        var page = Open<NppoOverview>(viewer, "/nppo", parameters => parameters.Add(p => p.NppoId, nppo.Id));

        Assert.DoesNotContain("Somebody is to become", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretariat_declines_for_reasons_that_fit_a_recovery()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var boss = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss@example.org");
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var recovery = await Host.VerifiedRecoveryAsync();
        await Host.ChangeAsync(recovery, r => r.Contest(null, boss.Id, RegistrationPolicy.Default, Host.Now()));

        var file = OpenDossier(officer, recovery.Id);
        await file.PressAsync("Decline");

        Assert.Equal(DeclineReasons.For(RegistrationKind.Recovery).Select(reason => reason.ToString()),
            file.FindAll("#Reason option:not([value=''])").Select(option => option.GetAttribute("value")));
        var dossier = await Host.Get<ViewRegistrationDossier>().HandleAsync(recovery.Id, officer, default);
        Assert.Equal("boss", dossier.Value.Steps[^1].Who);
    }

    [Fact]
    public async Task A_member_with_an_open_recovery_is_still_shown_as_a_member()
    {
        await Host.ConfirmedNppoAsync();
        await Host.VerifiedRecoveryAsync();

        var view = await Host.Get<ListParticipation>().HandleAsync(new("Ivoire", null, null), default);

        Assert.Equal(ParticipationState.Onboarding, view.Rows[0].State);
    }

    private IRenderedComponent<RegistrationList> ListOf(Actor actor, HubRole role)
    {
        var reader = Reader(actor);
        reader.AddAuthorization().SetAuthorized("Reader").SetClaims(
            new Claim(ClaimTypes.NameIdentifier, actor.Id.ToString()), new Claim(ConsoleClaims.HubRole, role.ToString()));
        return reader.Render<RegistrationList>();
    }

    private IRenderedComponent<RegistrationDossierPage> OpenDossier(Actor actor, Guid id) =>
        Open<RegistrationDossierPage>(actor, $"/hub/registrations/{id}", parameters => parameters.Add(page => page.Id, id));
}

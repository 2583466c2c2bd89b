using Bunit;
using Ephyto.AdminConsole.Features.Hub.Desk.Pages;
using Ephyto.AdminConsole.Features.Registrations.Staff.Pages;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Hub.Desk;

/// <summary>The desk's pages over the real store: what happens elsewhere shows here without a reload.</summary>
public sealed partial class DeskPagesTests : PageTests
{
    [Fact]
    public async Task The_desk_fills_and_empties_while_one_looks()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var desk = Open<DeskPage>(officer, "/hub");
        desk.WaitForAssertion(() => Assert.Contains("No registration waits for the Secretariat", desk.Markup, StringComparison.Ordinal));

        var registration = Host.Escalated("BO");
        await Host.AddAsync(registration);
        desk.WaitForAssertion(() => Assert.Contains(registration.Reference, desk.Markup, StringComparison.Ordinal));

        await Host.ChangeAsync(registration, r => r.DeclineBySecretariat(DeclineReason.NotReady, null, officer, Host.Now()));
        desk.WaitForAssertion(() => Assert.DoesNotContain(
            registration.Reference, desk.Find("[aria-labelledby=escalated]").InnerHtml, StringComparison.Ordinal));
        Assert.Contains(registration.Reference, desk.Find("[aria-labelledby=today]").InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_time_alone_changes_shows_without_anybody_doing_anything()
    {
        await Host.AddAsync(Host.Escalated("BO"));
        Host.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(30));
        var desk = Open<DeskPage>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), "/hub");
        desk.WaitForAssertion(
            () => Assert.Contains("Up to one week", desk.Find("[aria-labelledby=escalated]").TextContent,
                StringComparison.OrdinalIgnoreCase));

        Host.Time.Advance(TimeSpan.FromMinutes(1));

        desk.WaitForAssertion(
            () => Assert.Contains("One to two weeks", desk.Find("[aria-labelledby=escalated]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_confirmed_registration_leads_to_its_organization_also_after_the_country_registered_again()
    {
        var auditor = await Host.AppointAsync(HubRole.Auditor, "Auditor");
        var (first, _) = await Host.ConfirmedNppoAsync();
        Host.Time.Advance(TimeSpan.FromDays(1));
        await Host.ChangeAsync(first, stored => Assert.True(stored.Close("Why", Actor.System, Host.Now()).IsSuccess));
        Host.Time.Advance(TimeSpan.FromDays(1));
        var (second, _) = await Host.ConfirmedNppoAsync(representative: Given.Awa with { Email = "successor@example.org" });
        Host.Time.Advance(TimeSpan.FromDays(1));
        var open = Host.Escalated("BO");
        await Host.AddAsync(open);

        foreach (var nppo in new[] { first, second })
        {
            var page = Open<RegistrationDossierPage>(auditor, $"/hub/registrations/{nppo.RegistrationId}",
                p => p.Add(x => x.Id, nppo.RegistrationId));
            Assert.Single(page.FindAll($"a[href='hub/nppos/{nppo.Id}']"));
        }

        Assert.DoesNotContain("/hub/nppos/", OpenDossier(auditor, open).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_officers_the_second_is_told_what_happened_and_keeps_the_words()
    {
        var (first, second) = (await Host.AppointAsync(HubRole.SecretariatOfficer, "First officer"),
            await Host.AppointAsync(HubRole.SecretariatOfficer, "Second officer"));
        var registration = Host.Escalated("BO");
        await Host.AddAsync(registration);
        var (one, other) = (OpenDossier(first, registration), OpenDossier(second, registration));

        await one.PressAsync("Decline");
        await one.Find("#Reason").ChangeAsync(nameof(DeclineReason.NotReady));
        await other.PressAsync("Confirm on evidence");
        await other.Find("#Words").ChangeAsync("A letter nobody else has seen.");
        await one.Find("form").SubmitAsync();

        one.WaitForAssertion(() => Assert.Contains("The registration is declined.", one.Markup, StringComparison.Ordinal));
        other.WaitForAssertion(() => Assert.Contains("Somebody else changed this a moment ago", other.Markup, StringComparison.Ordinal));
        Assert.Contains("the country is not ready yet (First officer)", other.Markup, StringComparison.Ordinal);
        Assert.Equal("A letter nobody else has seen.", other.Find("#Words").GetAttribute("value"));
        Assert.True(other.Find("form button[type=submit]").HasAttribute("disabled"));
        Assert.DoesNotContain("Go on with the registration", other.Markup, StringComparison.Ordinal);
        Assert.Contains("copy it before you close this", other.Find("form").TextContent, StringComparison.Ordinal);
        await other.PressAsync("Close");
        other.WaitForAssertion(() => Assert.Empty(other.FindAll("#Words")));
    }

    [Fact]
    public async Task A_note_of_one_officer_shows_at_the_other_while_words_are_typed_there()
    {
        var (first, second) = (await Host.AppointAsync(HubRole.SecretariatOfficer, "First officer"),
            await Host.AppointAsync(HubRole.SecretariatOfficer, "Second officer"));
        var registration = Host.Submitted("BO");
        await Host.AddAsync(registration);
        var (one, other) = (OpenDossier(first, registration), OpenDossier(second, registration));
        await other.Find("#Note").ChangeAsync("Half a sentence");

        await one.Find("#Note").ChangeAsync("Called on Monday.");
        await one.Find("form").SubmitAsync();

        one.WaitForAssertion(() => Assert.True(string.IsNullOrEmpty(one.Find("#Note").GetAttribute("value"))));
        other.WaitForAssertion(() => Assert.Contains("Called on Monday.", other.Markup, StringComparison.Ordinal));
        Assert.Equal("Half a sentence", other.Find("#Note").GetAttribute("value"));
    }

    [Fact]
    public async Task Each_number_of_the_desk_leads_to_its_list()
    {
        await Host.AddAsync(Host.Escalated("BO"));
        var desk = Open<DeskPage>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), "/hub");

        desk.WaitForAssertion(
            () => Assert.Equal("1", desk.Find(".tile-urgent[href^='hub/registrations?state=Escalated'] .tile-number").TextContent));
        Assert.All(desk.FindAll(".tile"), tile => Assert.StartsWith("hub/", tile.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Equal(12, desk.FindAll("tbody th a[href^='hub/registrations?month=']").Count);
    }

    [Fact]
    public async Task Confirming_without_evidence_is_refused_beside_the_field()
    {
        var registration = Host.Escalated("BO");
        await Host.AddAsync(registration);
        var file = OpenDossier(await Host.AppointAsync(HubRole.SecretariatOfficer), registration);

        await file.PressAsync("Confirm on evidence");
        await file.Find("form").SubmitAsync();
        file.WaitForAssertion(() => Assert.Equal("Please write what you want to say.", file.Find("#Words-error").TextContent.Trim()));

        await file.Find("#Words").ChangeAsync("Official letter.");
        await file.Find("form").SubmitAsync();
        file.WaitForAssertion(() => Assert.Contains("The registration is confirmed.", file.Markup, StringComparison.Ordinal));
        file.WaitForAssertion(
            () => Assert.Contains("by Officer for the Secretariat", file.Find(".timeline").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nobody_was_on_file_a_contact_entered_meanwhile_is_asked_by_itself()
    {
        var registration = Host.Escalated("BO");
        await Host.AddAsync(registration);
        var file = OpenDossier(await Host.AppointAsync(HubRole.HubAdministrator), registration);

        await Host.AddAsync(Host.Contact("BO", "Office of BO"));

        file.WaitForAssertion(
            () => Assert.Contains("the new contact point was asked", file.Find(".timeline").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contact_entered_meanwhile_can_be_asked_at_once()
    {
        var registration = Host.Escalated("BO");
        await Host.AddAsync(registration);
        await Host.StoreAsync(db => db.Set<Registration>()
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.EscalationReason, EscalationReason.SelfConfirmation)));
        var file = OpenDossier(await Host.AppointAsync(HubRole.HubAdministrator), registration);
        await file.PressAsync("Send to the contact point again");
        Assert.True(file.Find("form button[type=submit]").HasAttribute("disabled"));

        await Host.AddAsync(Host.Contact("BO", "Office of BO"));
        file.WaitForAssertion(() => Assert.Contains("The message goes to Office of BO", file.Markup, StringComparison.Ordinal));
        await file.Find("form").SubmitAsync();

        file.WaitForAssertion(
            () => Assert.Contains("The message to the contact point is on its way.", file.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_auditor_reads_and_decides_nothing()
    {
        var registration = Host.Escalated("BO");
        await Host.AddAsync(registration);

        var file = OpenDossier(await Host.AppointAsync(HubRole.Auditor, "Auditor"), registration);

        Assert.Contains(registration.ComparisonCode, file.Markup, StringComparison.Ordinal);
        Assert.Empty(file.FindAll("button"));
        Assert.Contains("Your role lets you read this", file.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_no_role_is_shown_the_door()
    {
        var stranger = Actor.User(Guid.NewGuid());

        var desk = Open<DeskPage>(stranger, "/hub");
        desk.WaitForAssertion(() => Assert.Contains("You may not open this page", desk.Markup, StringComparison.Ordinal));
        Assert.Contains("You may not open this page", Open<RegistrationList>(stranger, "/hub/registrations").Markup,
            StringComparison.Ordinal);
        Assert.Contains("You may not open this page",
            Open<RegistrationDossierPage>(stranger, "/hub/registrations/x", p => p.Add(page => page.Id, Guid.NewGuid())).Markup,
            StringComparison.Ordinal);
    }

    private IRenderedComponent<RegistrationDossierPage> OpenDossier(Actor actor, Registration registration) =>
        Open<RegistrationDossierPage>(actor, $"/hub/registrations/{registration.Id}",
            parameters => parameters.Add(page => page.Id, registration.Id));
}

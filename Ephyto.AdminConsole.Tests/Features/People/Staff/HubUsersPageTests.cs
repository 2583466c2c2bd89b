using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Features.People.Staff.Pages;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.People.Staff;

/// <summary>The people of the hub as a Hub administrator sees them, and as they change before their eyes.</summary>
public sealed class HubUsersPageTests : PageTests
{
    [Fact]
    public async Task The_list_warns_of_a_single_administrator_and_follows_what_happens_elsewhere()
    {
        var boss = await Host.AppointAsync(HubRole.HubAdministrator, "Boss");
        var page = Open<HubUsersPage>(boss, "/hub/users");
        page.WaitForAssertion(() => Assert.Contains("depends on a single administrator", page.Markup, StringComparison.Ordinal));
        Assert.Equal("Give the role back Boss", page.Find("tbody button").TextContent);

        await Host.AppointAsync(HubRole.HubAdministrator, "Second");

        page.WaitForAssertion(() => Assert.Contains("second@example.org", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("depends on a single administrator", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Second factor: off", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_shows_at_once_and_how_its_email_fares()
    {
        var page = Open<HubUsersPage>(await Host.AppointAsync(HubRole.HubAdministrator, "Boss"), "/hub/users");
        await page.WaitForElement(".page-actions button").ClickAsync();
        await page.Find("#invite-email").InputAsync("nonsense");
        await page.Find("section form").SubmitAsync();
        page.WaitForAssertion(
            () => Assert.Contains("not a valid e-mail address", page.Find("#invite-email-error").TextContent, StringComparison.Ordinal));

        await page.Find("#invite-email").InputAsync("o’brien@example.org");
        await page.Find("section form").SubmitAsync();
        page.WaitForAssertion(
            () => Assert.Contains("curly apostrophe", page.Find("#invite-email-error").TextContent, StringComparison.Ordinal));

        await page.Find("#invite-email").InputAsync("auditor@example.org");
        await page.Find("#invite-role").ChangeAsync(nameof(HubRole.Auditor));
        await page.Find("section form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Being sent", page.Find("tbody").TextContent, StringComparison.Ordinal));

        var invited = await Host.StoreAsync(db => db.Set<HubUser>().SingleAsync(u => u.Email == "auditor@example.org"));
        await Host.ChangeAsync(await Host.EmailAsync("hub-user.invitation", invited.Id),
            email => email.MarkFailed("550 no such mailbox", Host.Now()));
        page.WaitForAssertion(() => Assert.Contains("550 no such mailbox", page.Find("tbody").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_and_its_end_are_changed_in_one_dialog_and_a_person_is_removed_after_one_question()
    {
        var reader = Reader(await Host.AppointAsync(HubRole.HubAdministrator, "Boss"));
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer, "Officer");
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var page = reader.Render<HubUsersPage>();

        var changing = page.PressAsync("Change role Officer");
        await dialogs.WaitForElement("#assign-role").ChangeAsync(nameof(HubRole.Auditor));
        await dialogs.Find("#assign-last-day").ChangeAsync("2026-03-31");
        await dialogs.Find(".button-primary").ClickAsync();
        await changing;
        page.WaitForAssertion(
            () => Assert.Contains("The role of Officer is changed", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        var stored = await Host.StoreAsync(db => db.Set<HubUser>().SingleAsync(u => u.UserId == officer.Id));
        Assert.Equal((HubRole.Auditor, new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc)), (stored.Role, stored.RoleUntil));

        var removing = page.PressAsync("Remove Officer");
        await dialogs.WaitForElement(".button-danger").ClickAsync();
        await removing;
        page.WaitForAssertion(() => Assert.DoesNotContain("officer@example.org", page.Find("tbody").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_that_somebody_else_changed_first_is_shown_beside_the_choice_and_the_next_press_takes_it()
    {
        var reader = Reader(await Host.AppointAsync(HubRole.HubAdministrator, "Boss"));
        var faster = await Host.AppointAsync(HubRole.HubAdministrator, "Quick Colleague");
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer, "Officer");
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var page = reader.Render<HubUsersPage>();
        var changing = page.PressAsync("Change role Officer");
        await dialogs.WaitForElement("#assign-role").ChangeAsync(nameof(HubRole.Auditor));
        var seen = await Host.StoreAsync(db => db.Set<HubUser>().AsNoTracking().SingleAsync(u => u.UserId == officer.Id));
        Assert.True(
            (await Host.Get<AssignHubRole>()
                .HandleAsync(new(SeenHubUser.Of(seen), HubRole.HubAdministrator, null), faster, default)).IsSuccess);

        await dialogs.Find(".button-primary").ClickAsync();
        dialogs.WaitForAssertion(
            () => Assert.Contains("Quick Colleague", dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Hub administrator", dialogs.Find("[role=alert]").TextContent, StringComparison.OrdinalIgnoreCase);

        await dialogs.Find(".button-primary").ClickAsync();
        await changing;
        page.WaitForAssertion(
            () => Assert.Contains("The role of Officer is changed", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal(HubRole.Auditor,
            (await Host.StoreAsync(db => db.Set<HubUser>().AsNoTracking().SingleAsync(u => u.UserId == officer.Id))).Role);
    }

    [Fact]
    public async Task A_filter_goes_into_the_address_and_finds()
    {
        await Host.AppointAsync(HubRole.Auditor, "Éva Auditor");
        var reader = Reader(await Host.AppointAsync(HubRole.HubAdministrator, "Boss"));
        var address = reader.Services.GetRequiredService<BunitNavigationManager>();
        address.NavigateTo("/hub/users?page=4");
        var page = reader.Render<HubUsersPage>();
        await page.WaitForElement("#search").ChangeAsync(" Éva ");
        await page.Find("#role").ChangeAsync(nameof(HubRole.Auditor));
        Assert.EndsWith("/hub/users?search=%C3%89va&role=Auditor", address.Uri, StringComparison.Ordinal);

        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.Contains("Éva Auditor", page.Find("tbody").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HubRole.SecretariatOfficer)]
    [InlineData(HubRole.Auditor)]
    public async Task Other_people_of_the_hub_see_nothing(HubRole role)
    {
        await Host.AppointAsync(HubRole.HubAdministrator, "Boss");

        Assert.DoesNotContain("boss@example.org", Open<HubUsersPage>(await Host.AppointAsync(role), "/hub/users").Words(),
            StringComparison.Ordinal);
    }
}

using Bunit;
using Ephyto.AdminConsole.Features.Nppos.Staff.Pages;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.Nppos.Staff;

/// <summary>The hub's page of one organization over the real store.</summary>
public sealed class NppoPageTests : PageTests
{
    [Fact]
    public async Task A_hub_administrator_closes_it_only_after_a_reason_and_a_tick()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var reader = Reader(await Host.AppointAsync(HubRole.HubAdministrator));
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var page = reader.Render<NppoPage>(parameters => parameters.Add(p => p.Id, nppo.Id));

        var closing = page.WaitForElement("#manage ~ span .button-danger").ClickAsync();
        await dialogs.WaitForElement("textarea").ChangeAsync("The ministry was dissolved.");
        await dialogs.Find(".button-danger").ClickAsync();
        dialogs.WaitForAssertion(
            () => Assert.Contains("Tick the box", dialogs.Find("#nppo-sure-error").TextContent, StringComparison.Ordinal));
        await dialogs.Find("input[type=checkbox]").ChangeAsync(true);
        await dialogs.Find(".button-danger").ClickAsync();
        await closing;

        page.WaitForAssertion(() => Assert.Contains("is closed", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Its administrator is told by e-mail", page.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("The ministry was dissolved.", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#manage"));
    }

    [Fact]
    public async Task What_somebody_else_did_while_the_reason_was_written_is_shown_and_nothing_else_happens()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var reader = Reader(await Host.AppointAsync(HubRole.HubAdministrator));
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var page = reader.Render<NppoPage>(parameters => parameters.Add(p => p.Id, nppo.Id));
        var closing = page.WaitForElement("#manage ~ span .button-danger").ClickAsync();
        await dialogs.WaitForElement("textarea").ChangeAsync("The ministry was dissolved.");
        await dialogs.Find("input[type=checkbox]").ChangeAsync(true);

        var colleague = await Host.AppointAsync(HubRole.HubAdministrator, "Second officer");
        await Host.ChangeAsync(nppo, stored => stored.Suspend("Stolen certificate", colleague, Host.Now()));

        dialogs.WaitForAssertion(() => Assert.Contains("Somebody else changed this", dialogs.Markup, StringComparison.Ordinal));
        Assert.Contains("Stolen certificate", dialogs.Markup, StringComparison.Ordinal);
        Assert.Contains("Second officer", dialogs.Markup, StringComparison.Ordinal);
        Assert.Equal("The ministry was dissolved.", dialogs.Find("textarea").GetAttribute("value"));
        Assert.True(dialogs.Find(".button-danger").HasAttribute("disabled"));
        Assert.NotEmpty(page.FindAll("#manage"));

        await dialogs.FindAll("button").Single(button => button.TextContent.StartsWith("Go on", StringComparison.Ordinal)).ClickAsync();
        await dialogs.Find(".button-danger").ClickAsync();
        await closing;
        page.WaitForAssertion(() => Assert.Contains("is closed", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Contains("The ministry was dissolved.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_for_an_act_that_a_colleague_made_impossible_stay_to_be_copied()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var reader = Reader(await Host.AppointAsync(HubRole.HubAdministrator));
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var page = reader.Render<NppoPage>(parameters => parameters.Add(p => p.Id, nppo.Id));
        var suspending = page.WaitForElement("#manage ~ span .button-quiet").ClickAsync();
        await dialogs.WaitForElement("textarea").ChangeAsync("Their key was lost.");

        await Host.ChangeAsync(nppo, stored => stored.Close("Dissolved", Actor.System, Host.Now()));

        dialogs.WaitForAssertion(() => Assert.Contains("This is not possible any more.", dialogs.Markup, StringComparison.Ordinal));
        Assert.Contains("copy it before you close this", dialogs.Markup, StringComparison.Ordinal);
        Assert.Equal("Their key was lost.", dialogs.Find("textarea").GetAttribute("value"));
        Assert.DoesNotContain("Go on with", dialogs.Markup, StringComparison.Ordinal);
        Assert.Contains(dialogs.FindAll("button"), button => button.TextContent == "Close");
        Assert.False(suspending.IsCompleted);
    }

    [Fact]
    public async Task It_follows_what_happens_elsewhere_and_an_auditor_only_reads()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var page = Open<NppoPage>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), $"/hub/nppos/{nppo.Id}",
            p => p.Add(x => x.Id, nppo.Id));
        page.WaitForAssertion(() => Assert.Contains("Onboarding", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("button"));

        await Host.ActiveMemberAsync(nppo.Id, NppoRole.Integrator, "fresh@example.org");
        page.WaitForAssertion(() => Assert.Contains("fresh@example.org", page.Words(), StringComparison.Ordinal));

        await Host.ChangeAsync(nppo, stored => stored.Suspend("Stolen certificate", Actor.System, Host.Now()));
        await Eventually.TrueAsync(() => page.Markup.Contains("Stolen certificate", StringComparison.Ordinal), "the suspension to show");

        await Host.ChangeAsync(nppo, stored => stored.Reactivate(Actor.System, Host.Now()));
        await Eventually.TrueAsync(() => page.FindAll("section[aria-labelledby=changes] li").Count == 2,
            "the end of the suspension to join the history");
        Assert.Contains("Stolen certificate", page.Find("section[aria-labelledby=changes]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_signs_in_is_seen_to_have_done_so_on_the_page_and_in_the_list()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        await Host.ActiveMemberAsync(nppo.Id, NppoRole.Integrator, "fresh@example.org");
        var auditor = await Host.AppointAsync(HubRole.Auditor, "Auditor");
        // Of whom it was is for administrators; the list says it of the organization.
        var page = Open<NppoPage>(await Host.AppointAsync(HubRole.HubAdministrator, "Administrator"), $"/hub/nppos/{nppo.Id}",
            p => p.Add(x => x.Id, nppo.Id));
        var list = Open<NpposPage>(auditor, "/hub/nppos");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("td[data-label='Last sign-in'] time")));
        list.WaitForAssertion(() => Assert.Empty(list.FindAll("td[data-label='Last sign-in'] time")));

        using var client = await Host.SignedInAsync("fresh@example.org");

        await Eventually.TrueAsync(() => page.FindAll("td[data-label='Last sign-in'] time").Count == 1, "the sign-in to show on the page");
        await Eventually.TrueAsync(() => list.FindAll("td[data-label='Last sign-in'] time").Count == 1, "the sign-in to show in the list");
    }

    [Fact]
    public async Task What_is_not_there_and_who_may_not_are_told_so()
    {
        var auditor = await Host.AppointAsync(HubRole.Auditor, "Auditor");

        Assert.Contains("There is no such organization",
            Open<NppoPage>(auditor, "/hub/nppos/x", p => p.Add(x => x.Id, Guid.NewGuid())).Markup, StringComparison.Ordinal);
        Assert.Contains("You may not open this page",
            Open<NppoPage>(Actor.User(Guid.NewGuid()), "/hub/nppos/x", p => p.Add(x => x.Id, Guid.NewGuid())).Markup,
            StringComparison.Ordinal);
    }
}

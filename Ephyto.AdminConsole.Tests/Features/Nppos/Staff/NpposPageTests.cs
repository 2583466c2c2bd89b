using Bunit;
using Ephyto.AdminConsole.Features.Nppos.Staff.Pages;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.Nppos.Staff;

/// <summary>The hub's list of organizations over the real store.</summary>
public sealed class NpposPageTests : PageTests
{
    [Fact]
    public async Task A_hub_administrator_suspends_with_a_reason_and_reactivates_each_after_one_question()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var reader = Reader(await Host.AppointAsync(HubRole.HubAdministrator));
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var page = reader.Render<NpposPage>();

        var suspending = page.WaitForElement("tbody button").ClickAsync();
        await dialogs.WaitForElement(".button-danger").ClickAsync();
        dialogs.WaitForAssertion(
            () => Assert.Contains("Please give the reason", dialogs.Find(".field-error").TextContent, StringComparison.Ordinal));
        await dialogs.Find("textarea").ChangeAsync("The certificate was stolen.");
        await dialogs.Find(".button-danger").ClickAsync();
        await suspending;
        page.WaitForAssertion(() => Assert.Contains("is suspended", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Contains("The certificate was stolen.", page.Find("tbody").TextContent, StringComparison.Ordinal);

        var reactivating = page.Find("tbody button").ClickAsync();
        await dialogs.WaitForElement(".button-primary").ClickAsync();
        await reactivating;
        page.WaitForAssertion(() => Assert.Contains("is active again", page.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Equal(NppoStatus.Onboarding,
            await Host.StoreAsync(db => db.Set<Nppo>().Where(n => n.Id == nppo.Id).Select(n => n.Status).SingleAsync()));
    }

    [Fact]
    public async Task What_happens_elsewhere_shows_here_and_an_auditor_only_reads()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var page = Open<NpposPage>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), "/hub/nppos");
        page.WaitForAssertion(() => Assert.Contains("Onboarding", page.Find("tbody").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("tbody button"));

        await Host.ChangeAsync(nppo, stored => stored.Suspend("Why", Actor.System, Host.Now()));

        page.WaitForAssertion(() => Assert.Contains("Suspended", page.Find("tbody").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_file_holds_every_row_of_the_filter_in_the_readers_language_and_no_formula()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        await Host.ChangeAsync(nppo, stored => stored.Suspend("=HYPERLINK(1)", Actor.System, Host.Now()));
        var account = await Host.AccountAsync("auditor@example.org");
        await Host.AppointAsync(HubRole.Auditor, account);
        using var client = await Host.SignedInAsync("auditor@example.org");

        var lines = (await client.GetStringAsync("/hub/nppos.csv?state=Suspended&page=7")).Trim().Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.Contains("Technical contact", lines[0], StringComparison.Ordinal);
        Assert.Contains("Suspended", lines[1], StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK(1)", lines[1], StringComparison.Ordinal);
        Assert.Equal(3, (await client.GetStringAsync("/hub/nppos.csv")).Trim().Split('\n').Length);
        var page = Open<NpposPage>(Actor.User(account.Id), "/hub/nppos?state=Suspended");
        Assert.Equal("/hub/nppos.csv?state=Suspended",
            new Uri(new Uri("http://localhost"), page.Find("a[download]").GetAttribute("href")).PathAndQuery);
    }

    [Fact]
    public async Task Who_is_not_of_the_hub_sees_nothing()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var member = await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss@example.org");

        Assert.DoesNotContain("Direction", Open<NpposPage>(member, "/hub/nppos").Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?page=-1&state=77&search=%25")]
    [InlineData("?page=99999999999999&state=Nonsense")]
    public async Task A_hostile_address_is_answered_calmly(string query)
    {
        var page = Open<NpposPage>(await Host.AppointAsync(HubRole.Auditor, "Auditor"), $"/hub/nppos{query}");

        Assert.Equal("NPPOs", page.Find("h1").TextContent);
    }
}

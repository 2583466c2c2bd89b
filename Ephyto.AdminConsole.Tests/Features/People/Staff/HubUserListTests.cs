using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Features.People.Staff.Components;
using Ephyto.AdminConsole.Features.People.Staff.Pages;
using Ephyto.AdminConsole.Features.People.Staff.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.People.Staff;

/// <summary>The people of the hub as a list: its orders, on each database.</summary>
public abstract class HubUserOrderTests(DatabaseKind kind) : UseCaseTests(kind)
{
    [Fact]
    public async Task Roles_and_states_stand_in_the_order_of_the_field_and_names_by_their_letters()
    {
        var boss = await Host.AppointAsync(HubRole.HubAdministrator, "Boss");
        await Host.AppointAsync(HubRole.Auditor, "Éva");
        await Host.AppointAsync(HubRole.SecretariatOfficer, "Zoe");

        foreach (var (sort, expected) in new[]
        {
            ("role", "Boss,Zoe,Éva"), ("-role", "Éva,Zoe,Boss"), ("name", "Boss,Éva,Zoe"), ("-name", "Zoe,Éva,Boss"),
            ("nonsense", "Boss,Zoe,Éva"),
        })
            Assert.True(expected == await ListedAsync(sort), $"{sort}: {await ListedAsync(sort)}");
        foreach (var key in Host.Get<HubUserColumns>().All.Where(column => column.Sorts).Select(column => column.Key))
            Assert.Equal(3, (await ListedAsync(key)).Split(',').Length);

        async Task<string> ListedAsync(string sort) => string.Join(',', (await Host.Get<ListHubUsers>()
            .HandleAsync(new(null, null, null, 1, sort), boss, CancellationToken.None)).Value.Page.Items
            .Select(row => row.User.DisplayName));
    }
}

public sealed class HubUserOrderOnSqlite() : HubUserOrderTests(DatabaseKind.Sqlite);

public sealed class HubUserOrderOnPostgreSql() : HubUserOrderTests(DatabaseKind.PostgreSql);

/// <summary>The people of the hub as a list: several at once, and the file.</summary>
public sealed class HubUserListTests : PageTests
{
    [Fact]
    public async Task The_selected_are_invited_again_and_whoever_is_not_invited_is_named()
    {
        var boss = await Host.AppointAsync(HubRole.HubAdministrator, "Boss");
        Assert.True((await Host.Get<InviteHubUser>().HandleAsync(new("new@example.org", HubRole.Auditor, "en"), boss, default)).IsSuccess);
        Host.Time.Advance(TimeSpan.FromMinutes(5));
        var reader = Reader(boss);
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Services.GetRequiredService<BunitNavigationManager>().NavigateTo("/hub/users");
        reader.Render<MudPopoverProvider>();
        var dialogs = reader.Render<MudDialogProvider>();
        var page = reader.Render<HubUsersPage>();
        await page.Find("thead input").ChangeAsync(true);

        var sending = page.PressAsync("Send the invitations again");
        await dialogs.PressAsync("Send the invitations again");
        await sending;

        page.WaitForAssertion(() => Assert.Contains("Done: 1.", page.Markup, StringComparison.Ordinal));
        Assert.StartsWith("Boss", page.Find(".board-news li").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(email => email.To == "new@example.org")));
    }

    [Fact]
    public async Task The_file_holds_the_filtered_or_the_selected_and_is_for_administrators()
    {
        var account = await Host.AccountAsync("boss@example.org");
        await Host.AppointAsync(HubRole.HubAdministrator, account);
        await Host.AppointAsync(HubRole.SecretariatOfficer, "Zoe");
        var auditor = await Host.AccountAsync("auditor@example.org");
        await Host.AppointAsync(HubRole.Auditor, auditor);
        var chosen = await Host.StoreAsync(db => db.Set<HubUser>().Where(u => u.UserId == auditor.Id).Select(u => u.Id).SingleAsync());
        using var client = await Host.SignedInAsync("boss@example.org");

        Assert.Equal("Name,E-mail,Role,End of the role,State,In this state since,Last sign-in,Second factor", (await LinesAsync(""))[0]);
        Assert.Equal(4, (await LinesAsync("")).Length);
        Assert.Contains("Zoe", Assert.Single((await LinesAsync("?role=SecretariatOfficer&page=9"))[1..]), StringComparison.Ordinal);
        Assert.Contains("auditor@example.org", Assert.Single((await LinesAsync($"?chosen={chosen:N}"))[1..]), StringComparison.Ordinal);
        Assert.Contains("auditor@example.org", (await LinesAsync("?sort=-role"))[1], StringComparison.Ordinal);
        using var other = await Host.SignedInAsync("auditor@example.org");
        Assert.Contains("/access-denied",
            (await other.GetAsync(new Uri("/hub/users.csv", UriKind.Relative))).Headers.Location!.OriginalString, StringComparison.Ordinal);

        async Task<string[]> LinesAsync(string query) =>
            (await client.GetStringAsync(new Uri($"/hub/users.csv{query}", UriKind.Relative))).Trim('\uFEFF', '\r', '\n').Split("\r\n");
    }
}

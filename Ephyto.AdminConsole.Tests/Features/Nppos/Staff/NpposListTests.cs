using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Features.Nppos.Staff.Pages;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Tests.Features.Serving;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace Ephyto.AdminConsole.Tests.Features.Nppos.Staff;

/// <summary>The organizations as a list: its orders, its pages, and several at once.</summary>
public abstract class NppoOrderTests(DatabaseKind kind) : UseCaseTests(kind)
{
    [Fact]
    public async Task Orders_are_those_of_the_field_and_pages_hold_so_many()
    {
        var hub = await Host.AppointAsync(HubRole.HubAdministrator, "Hub");
        var (ivory, _) = await Host.ConfirmedNppoAsync();
        var (senegal, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { FamilyName = "Aa", Email = "sn@example.org" });
        var (germany, _) = await Host.ConfirmedNppoAsync("DE", Given.Awa with { FamilyName = "Zz", Email = "de@example.org" });
        await Host.ActiveMemberAsync(senegal.Id, NppoRole.Administrator, "boss@example.org");
        await Host.ChangeAsync(ivory, stored => stored.Suspend("Why", Actor.System, Host.Now()));
        await Host.ChangeAsync(germany, stored => stored.Close("Why", Actor.System, Host.Now()));

        foreach (var (sort, expected) in new[]
        {
            ("country", "CI,DE,SN"), ("-country", "SN,DE,CI"), ("nonsense", "CI,DE,SN"), ("state", "SN,CI,DE"), ("contact", "SN,CI,DE"),
            ("-administrators", "SN,DE,CI"),
        })
            Assert.True(expected == await ListedAsync(new(null, null, 1, Sort: sort)),
                $"{sort}: {await ListedAsync(new(null, null, 1, Sort: sort))}");
        foreach (var key in Keys()) Assert.Equal(3, (await ListedAsync(new(null, null, 1, Sort: key))).Split(',').Length);
        Assert.Equal("SN", await ListedAsync(new(null, null, 2, Sort: "country", Size: 2)));

        async Task<string> ListedAsync(ListNpposRequest request) =>
            string.Join(',',
                (await Host.Get<ListNppos>().HandleAsync(request, hub, CancellationToken.None)).Value.Page.Items
                    .Select(row => row.Nppo.CountryCode));
    }

    [Fact]
    public async Task Who_serves_and_who_is_served_is_found_sorted_and_written_into_the_file()
    {
        var hub = await Host.AppointAsync(HubRole.HubAdministrator, "Hub");
        var (union, boss, connection) = await Host.ServingOrganizationAsync();
        await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "first.sn@example.org" });
        foreach (var country in new[] { "DE", "FR", "IT" })
        {
            await Host.AddAsync(ServingWorld.Contact(country, $"contact.{country}@example.org", Host.Now()));
            var asked = await Host.AskedAsync(union, boss, connection, country);
            if (country != "IT") await Host.ConfirmedAsync(asked.Id);
        }

        await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "first.fr@example.org" });

        Assert.Equal("EU", await ListedAsync(new(null, null, 1, Serving: NppoServing.Serves)));
        Assert.Equal("FR", await ListedAsync(new(null, null, 1, Serving: NppoServing.Served)));
        Assert.Equal("EU", (await ListedAsync(new(null, null, 1, Sort: "-serves"))).Split(',')[0]);
        Assert.Equal("FR", (await ListedAsync(new(null, null, 1, Sort: "-through"))).Split(',')[0]);
        var file = (await Host.Get<ExportNppos>().HandleAsync(new(new(null, null, 1)), hub, default)).Value.ToDictionary(
            row => row.Nppo.CountryCode);
        var columns = Host.Get<AdminConsole.Features.Nppos.Staff.Components.NppoColumns>().All.ToDictionary(column => column.Key);
        Assert.Equal(("2", "DE FR", null),
            (columns["serves"].Text(file["EU"]), columns["servedcodes"].Text(file["EU"]), columns["through"].Text(file["EU"])));
        Assert.Equal(("0", "Direction de la protection des végétaux", "EU"),
            (columns["serves"].Text(file["FR"]), columns["through"].Text(file["FR"]), columns["throughcode"].Text(file["FR"])));

        async Task<string> ListedAsync(ListNpposRequest request) =>
            string.Join(',',
                (await Host.Get<ListNppos>().HandleAsync(request, hub, CancellationToken.None)).Value.Page.Items
                    .Select(row => row.Nppo.CountryCode));
    }

    private IEnumerable<string> Keys() =>
        Host.Get<AdminConsole.Features.Nppos.Staff.Components.NppoColumns>().All.Where(column => column.Sorts).Select(column => column.Key);
}

public sealed class NppoOrderOnSqlite() : NppoOrderTests(DatabaseKind.Sqlite);

public sealed class NppoOrderOnPostgreSql() : NppoOrderTests(DatabaseKind.PostgreSql);

public sealed class NpposListTests : PageTests
{
    [Fact]
    public async Task Several_are_suspended_with_one_reason_and_what_is_refused_or_told_nobody_is_named()
    {
        var (ivory, _) = await Host.ConfirmedNppoAsync();
        var (senegal, _) = await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        await Host.ChangeAsync(senegal, stored => stored.Close("Why", Actor.System, Host.Now()));
        var (dialogs, page) = Open(await Host.AppointAsync(HubRole.HubAdministrator));
        await page.Find("thead input").ChangeAsync(true);

        var suspending = page.Find(".list-bulk button").ClickAsync();
        dialogs.WaitForAssertion(() => Assert.Equal(2, dialogs.FindAll("[role=dialog] .list-outcome li").Count));
        await dialogs.Find(".button-danger").ClickAsync();
        Assert.Contains("Please give the reason", dialogs.Find(".field-error").TextContent, StringComparison.Ordinal);
        await dialogs.Find("textarea").ChangeAsync("The certificate was stolen.");
        await dialogs.Find(".button-danger").ClickAsync();
        await suspending;

        page.WaitForAssertion(() => Assert.Contains("Done: 1.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Senegal", page.Find(".board-news li").TextContent, StringComparison.Ordinal);
        Assert.Equal("The certificate was stolen.",
            await Host.StoreAsync(db => db.Set<Nppo>().Where(n => n.Id == ivory.Id).Select(n => n.SuspensionWords).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_may_only_read_selects_for_the_file_alone_and_the_file_holds_the_selected()
    {
        var (ivory, _) = await Host.ConfirmedNppoAsync();
        await Host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "sn@example.org" });
        var account = await Host.AccountAsync("auditor@example.org");
        await Host.AppointAsync(HubRole.Auditor, account);
        var (_, page) = Open(Actor.User(account.Id));

        await page.Find("tbody input").ChangeAsync(true);

        var file = page.Find(".list-bulk a").GetAttribute("href")!;
        Assert.Equal($"hub/nppos.csv?sort=country&chosen={ivory.Id:N}", file);
        Assert.Equal(["Select none"], page.FindAll(".list-bulk button").Select(button => button.TextContent));
        using var client = await Host.SignedInAsync("auditor@example.org");
        Assert.StartsWith("CI,", Assert.Single((await client.GetStringAsync($"/{file}")).Trim().Split('\n').Skip(1)),
            StringComparison.Ordinal);
    }

    private (IRenderedComponent<MudDialogProvider> Dialogs, IRenderedComponent<NpposPage> Page) Open(Actor actor)
    {
        var reader = Reader(actor);
        reader.JSInterop.Mode = JSRuntimeMode.Loose;
        reader.Services.GetRequiredService<BunitNavigationManager>().NavigateTo("/hub/nppos");
        reader.Render<MudPopoverProvider>();
        return (reader.Render<MudDialogProvider>(), reader.Render<NpposPage>());
    }
}

using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Features.Audit.Pages;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Tests.Features.People.Members;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Features.Audit;

/// <summary>The history of an organization as its administrators see it, and as it grows before their eyes.</summary>
public sealed class HistoryPageTests : PageTests
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _ada = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _ada = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "ada@example.org");
    }

    [Fact]
    public async Task What_is_done_elsewhere_appears_as_a_sentence_without_a_reload()
    {
        var page = Open<HistoryPage>(_boss, "/nppo/history");
        page.WaitForElement(".timeline li");
        Assert.DoesNotContain("role was changed", page.Find(".timeline").TextContent, StringComparison.Ordinal);

        await ChangeRoleAsync();

        page.WaitForAssertion(() =>
        {
            var newest = page.Find(".timeline li").TextContent;
            Assert.Contains("A member’s role was changed", newest, StringComparison.Ordinal);
            Assert.Contains("Some ada", newest, StringComparison.Ordinal);
            Assert.Contains("Role: Integrator instead of Viewer", newest, StringComparison.Ordinal);
            Assert.Contains("By boss", newest, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Somebody_whose_data_were_erased_is_named_in_the_readers_language()
    {
        var member = await Host.MemberOfAsync(_nppo, _ada);
        await Host.StoreAsync(db => db.Users.Where(u => u.Id == _ada.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.DisplayName, ErasedPerson.Name)));
        await Host.StoreAsync(db => db.Set<Member>().Where(m => m.Id == member.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Person.GivenName, ErasedPerson.Name)
                .SetProperty(m => m.Person.FamilyName, "")));
        ReadIn("fr");

        var page = Open<HistoryPage>(_boss, "/nppo/history");

        Assert.Contains("Ancien membre", page.WaitForElement(".timeline").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ancien membre", page.Find("#history-person").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void It_reads_in_French_too()
    {
        ReadIn("fr");

        var page = Open<HistoryPage>(_boss, "/nppo/history");

        Assert.Contains("Par le point de contact", page.WaitForElement(".timeline").TextContent, StringComparison.Ordinal);
        Assert.Equal("Historique", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task The_filters_go_into_the_address_and_the_page_starts_anew()
    {
        await ChangeRoleAsync();
        var reader = Reader(_boss);
        var address = reader.Services.GetRequiredService<BunitNavigationManager>();
        address.NavigateTo("/nppo/history?page=2");
        var page = reader.Render<HistoryPage>();

        await page.WaitForElement("#history-kind").ChangeAsync("member.role-changed");
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".timeline li")));
        await page.Find("#history-person").ChangeAsync(_boss.Id.ToString());
        await page.Find("#history-from").ChangeAsync("2026-03-01");
        await page.Find("#history-to").ChangeAsync("2026-03-02");
        await page.Find("form").SubmitAsync();

        Assert.EndsWith($"/nppo/history?kind=member.role-changed&person={_boss.Id}&from=2026-03-01&to=2026-03-02", address.Uri,
            StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".timeline li")));
        await page.Find("#history-person").ChangeAsync(_ada.Id.ToString());
        page.WaitForAssertion(() => Assert.Equal("/nppo/history", page.Find(".empty-state a").GetAttribute("href")));
        Assert.Empty(page.FindAll(".timeline li"));
    }

    [Fact]
    public async Task What_is_being_chosen_stays_while_the_list_refreshes()
    {
        var page = Open<HistoryPage>(_boss, "/nppo/history");
        await page.WaitForElement("#history-from").ChangeAsync("2026-03-01");

        await ChangeRoleAsync();

        page.WaitForAssertion(() => Assert.Contains("role was changed", page.Find(".timeline").TextContent, StringComparison.Ordinal));
        Assert.Equal("2026-03-01", page.Find("#history-from").GetAttribute("value"));
    }

    [Fact]
    public async Task A_day_begins_by_the_clock_of_the_reader()
    {
        Host.Time.Advance(TimeSpan.FromHours(3));
        await ChangeRoleAsync();
        var reader = Reader(_boss);
        reader.Services.GetRequiredService<ReaderTimeZone>().Name = "Pacific/Kiritimati";
        reader.Services.GetRequiredService<BunitNavigationManager>().NavigateTo("/nppo/history?from=2026-03-03&to=2026-03-03");

        var page = reader.Render<HistoryPage>();

        page.WaitForAssertion(
            () => Assert.Contains("role was changed", Assert.Single(page.FindAll(".timeline li")).TextContent, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?page=-1&kind=%25&person=nobody&from=0001-01-01&to=9999-12-31")]
    [InlineData("?page=99999999999999&from=yesterday&to=2026-02-31&kind=%00")]
    public void A_hostile_address_is_answered_calmly(string query)
    {
        var page = Open<HistoryPage>(_boss, $"/nppo/history{query}");

        Assert.Equal("History", page.WaitForElement("h1").TextContent);
    }

    [Fact]
    public void A_member_who_is_no_administrator_sees_nothing_of_it()
    {
        var page = Open<HistoryPage>(_ada, "/nppo/history");

        Assert.NotEqual("History", page.WaitForElement("h1").TextContent);
        Assert.Empty(page.FindAll(".timeline li"));
    }

    private async Task ChangeRoleAsync() => Assert.True((await Host.Get<ChangeRole>().HandleAsync(
        new(await Host.SeenAsync(_nppo, _ada), NppoRole.Integrator, null), _boss, CancellationToken.None)).IsSuccess);
}

using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Audit.Pages;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Features.People.Members;
using Ephyto.AdminConsole.Tests.Platform.Auditing;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Features.Audit;

/// <summary>The audit trail as the hub sees it, and as it grows before their eyes.</summary>
public sealed partial class AuditPageTests : PageTests
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _ada = Actor.Anonymous;
    private Actor _auditor = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _ada = await Host.ActiveMemberAsync(_nppo, NppoRole.Viewer, "ada@example.org");
        _auditor = await Host.AppointAsync(HubRole.Auditor, "Audrey");
    }

    [Fact]
    public async Task What_is_done_elsewhere_appears_as_a_sentence_without_a_reload()
    {
        var page = Open<AuditPage>(_auditor, "/hub/audit?columns=who,about,nppo");
        page.WaitForElement("tbody tr");

        await ChangeRoleAsync();

        page.WaitForAssertion(() =>
        {
            var newest = page.Find("tbody tr").TextContent;
            Assert.Contains("A member’s role was changed", newest, StringComparison.Ordinal);
            Assert.Contains("Some ada", newest, StringComparison.Ordinal);
            Assert.Contains("Côte d’Ivoire, Direction de la protection des végétaux", newest, StringComparison.Ordinal);
            Assert.Contains("Role: Integrator instead of Viewer", newest, StringComparison.Ordinal);
            Assert.Contains("boss", newest, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void It_reads_in_French_too()
    {
        ReadIn("fr");

        var page = Open<AuditPage>(_auditor, "/hub/audit");

        Assert.Contains("le point de contact", page.WaitForElement("tbody").TextContent, StringComparison.Ordinal);
        Assert.Equal("Journal d’audit", page.Find("h1").TextContent);
    }

    [Fact]
    public async Task The_filters_go_into_the_address_and_the_page_starts_anew()
    {
        await ChangeRoleAsync();
        var reader = Reader(_auditor);
        var address = reader.Services.GetRequiredService<BunitNavigationManager>();
        address.NavigateTo("/hub/audit?page=2");
        var page = reader.Render<AuditPage>();

        await page.WaitForElement("#audit-kind").ChangeAsync("member.role-changed");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        await page.Find("#audit-nppo").ChangeAsync(_nppo.ToString());
        await page.Find("#audit-from").ChangeAsync("2026-03-01");
        await page.Find("#audit-to").ChangeAsync("2026-03-02");
        await page.Find("form").SubmitAsync();

        Assert.EndsWith($"/hub/audit?nppo={_nppo}&kind=member.role-changed&from=2026-03-01&to=2026-03-02", address.Uri,
            StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.EndsWith($"hub/audit.csv?nppo={_nppo}&kind=member.role-changed&from=2026-03-01&to=2026-03-02",
            page.Find("a[download][href*='audit.csv']").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_searched_for_and_only_the_id_comes_into_the_address()
    {
        await ChangeRoleAsync();
        var reader = Reader(_auditor);
        var address = reader.Services.GetRequiredService<BunitNavigationManager>();
        address.NavigateTo("/hub/audit");
        var page = reader.Render<AuditPage>();

        await page.WaitForElement("#audit-person").ChangeAsync("nobody like this");
        await page.FindAll("form")[1].SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Nobody", page.Markup, StringComparison.Ordinal));
        await page.Find("#audit-person").ChangeAsync("boss@");
        await page.FindAll("form")[1].SubmitAsync();

        page.WaitForAssertion(() => Assert.EndsWith($"/hub/audit?person={_boss.Id}", address.Uri, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Acts of boss", page.Find(".asked-for").TextContent, StringComparison.Ordinal));
        Assert.All(page.FindAll("tbody tr"), line => Assert.Equal("boss", line.QuerySelector("td[data-label=By]")!.TextContent));
        Assert.EndsWith("hub/audit", page.Find(".asked-for a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_people_found_the_reader_chooses()
    {
        await Host.AccountAsync("ada.two@example.org");
        var reader = Reader(_auditor);
        reader.Services.GetRequiredService<BunitNavigationManager>().NavigateTo("/hub/audit");
        var page = reader.Render<AuditPage>();

        await page.WaitForElement("#audit-person").ChangeAsync("ada");
        await page.FindAll("form")[1].SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".found-people button").Count));
        await page.FindAll(".found-people button")
            .Single(button => button.TextContent.Contains("ada@", StringComparison.Ordinal)).ClickAsync();

        Assert.EndsWith($"?person={_ada.Id}", reader.Services.GetRequiredService<BunitNavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_jump_from_a_thing_shows_its_entries_and_a_way_back_to_all()
    {
        var member = await Host.MemberOfAsync(_nppo, _ada);

        var page = Open<AuditPage>(_auditor, AuditLink.AddressOf(SubjectKinds.Member, member.Id));

        page.WaitForAssertion(
            () => Assert.Contains("About: Member Some ada", page.Find(".asked-for").TextContent, StringComparison.Ordinal));
        Assert.All(page.FindAll("tbody tr"), line => Assert.Contains("Some ada", line.TextContent, StringComparison.Ordinal));
        Assert.EndsWith("hub/audit", page.Find(".asked-for a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?page=-1&kind=%25&person=nobody&nppo=x&object=registration&from=0001-01-01&to=9999-12-31")]
    [InlineData("?page=99999999999999&object=%27;DROP:1&from=yesterday&to=2026-02-31&kind=%00")]
    [InlineData("?object=registration:00000000-0000-0000-0000-000000000000&person=00000000-0000-0000-0000-000000000000")]
    public void A_hostile_address_is_answered_calmly(string query)
    {
        var page = Open<AuditPage>(_auditor, $"/hub/audit{query}");

        Assert.Equal("Audit trail", page.WaitForElement("h1").TextContent);
    }

    [Fact]
    public void Nobody_of_an_organization_sees_anything_of_it()
    {
        var page = Open<AuditPage>(_boss, "/hub/audit");

        Assert.NotEqual("Audit trail", page.WaitForElement("h1").TextContent);
        Assert.Empty(page.FindAll("tbody tr"));
        Assert.NotEqual("The hash fits",
            Open<AuditEntryPage>(_boss, "/hub/audit/1", entry => entry.Add(p => p.Sequence, 1)).WaitForElement("h1").TextContent);
    }

    [Fact]
    public void A_thing_leads_readers_of_the_hub_to_its_entries_and_nobody_else()
    {
        var reader = Reader(_auditor);
        reader.AddAuthorization().SetAuthorized("Audrey").SetClaims(new Claim(ConsoleClaims.HubRole, nameof(HubRole.Auditor)));
        var id = Guid.NewGuid();

        Assert.Equal($"hub/audit?object=registration:{id}",
            reader.Render<AuditLink>(link => link.Add(l => l.Kind, SubjectKinds.Registration).Add(l => l.Id, id)).Find("a")
                .GetAttribute("href"));
        Assert.Empty(reader.Render<AuditLink>(link => link.Add(l => l.Kind, SubjectKinds.Registration).Add(l => l.Id, null)).FindAll("a"));
        Assert.Empty(Reader(_boss)
            .Render<AuditLink>(link => link.Add(l => l.Kind, SubjectKinds.Registration).Add(l => l.Id, id)).FindAll("a"));
    }

    [Fact]
    public async Task An_entry_shows_what_the_chain_holds_and_leads_to_its_neighbours()
    {
        var entry = (await Host.EntryAsync(2))!;

        var page = Open<AuditEntryPage>(_auditor, "/hub/audit/2", shown => shown.Add(p => p.Sequence, 2));

        var facts = page.WaitForElement(".facts").TextContent;
        Assert.All([entry.Hash, entry.PreviousHash, entry.Facts, entry.Code],
            field => Assert.Contains(field, facts, StringComparison.Ordinal));
        Assert.Equal(["hub/audit/1", "hub/audit/3", "hub/audit"], page.FindAll(".page-back a").Select(link => link.GetAttribute("href")));
        Assert.Contains("The hash fits", page.Find(".page-header").TextContent, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<AuditPage> page, string label) =>
        page.WaitForElement(".audit-proof button") is not null
            ? page.FindAll("button").Single(button => button.TextContent.Trim() == label) : null!;

    private async Task ChangeRoleAsync() => Assert.True((await Host.Get<ChangeRole>().HandleAsync(
        new(await Host.SeenAsync(_nppo, _ada), NppoRole.Integrator, null), _boss, CancellationToken.None)).IsSuccess);
}

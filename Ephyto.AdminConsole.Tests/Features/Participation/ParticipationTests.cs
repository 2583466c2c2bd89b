using System.Net;
using Bunit;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Features.Participation.Components;
using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Countries;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Participation;

/// <summary>What everybody may know of each country.</summary>
public abstract class ParticipationTests(DatabaseKind kind) : UseCaseTests(kind)
{
    [Fact]
    public async Task Every_country_has_a_state()
    {
        var escalated = Host.Escalated("BO");
        await Host.AddAsync(escalated, Host.Escalated("VN"), Host.Submitted("PE"));
        await Host.ChangeAsync(escalated, r => r.ConfirmOnEvidence("Letter.", Actor.System, Host.Now()));

        var states = (await ListAsync(new(null, null, null))).Rows.ToDictionary(row => row.Country.Code, row => row.State);

        // The countries of the lists without Antarctica, and the European Union.
        Assert.Equal(248, states.Count);
        Assert.DoesNotContain("AQ", states.Keys);
        Assert.Contains("EU", states.Keys);
        Assert.Equal((ParticipationState.Onboarding, ParticipationState.UnderWay), (states["BO"], states["VN"]));
        // A form that anybody may send says nothing of a country yet.
        Assert.Equal(ParticipationState.NotRegistered, states["PE"]);
    }

    [Theory]
    [InlineData("Боливия", null, 1)]
    [InlineData("bo", "Americas", 2)]
    [InlineData("bolivia", "Africa", 0)]
    [InlineData(null, "Oceania", 29)]
    [InlineData("%", null, 0)]
    [InlineData("<b>", "'; --", 0)]
    public async Task Filters_narrow_the_list(string? search, string? region, int found)
    {
        var rows = (await ListAsync(new(search, region, null))).Rows;

        if (search == "bo") Assert.Contains(rows, row => row.Country.Code == "BO");
        else Assert.Equal(found, rows.Count);
    }

    [Fact]
    public async Task Those_that_can_take_part_come_first_and_a_territory_among_them_once_it_registered()
    {
        await Host.AddAsync(Host.Escalated("RE"));

        var rows = (await ListAsync(new(null, null, null))).Rows;

        Assert.True(rows.Select(row => row.CanTakePart).SequenceEqual(rows.Select(row => row.CanTakePart).OrderDescending()));
        Assert.Equal([true, true, false, false],
            new[] { "RE", "EU", "VA", "MQ" }.Select(code => rows.Single(row => row.Country.Code == code).CanTakePart));
    }

    [Fact]
    public async Task What_the_hub_enters_counts_before_what_was_delivered()
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);

        Assert.True((await Host.Get<ChangeParty>().HandleAsync(
            new("VA", new(PartyStatus.NotParty), new(PartyStatus.ContractingParty)), officer, default)).IsSuccess);

        var row = (await ListAsync(new("VA", null, null))).Rows.Single(found => found.Country.Code == "VA");
        Assert.Equal((true, new Party(PartyStatus.ContractingParty)), (row.CanTakePart, row.Party));
    }

    [Fact]
    public async Task The_lines_over_time_go_down_when_an_organization_is_suspended_or_closed()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        await Host.ConfirmedNppoAsync("GH");
        await MonthsLaterAsync(nppo.Id, n => n.StartTesting(Actor.System, Host.Now()), n => n.GoLive(Actor.System, Host.Now()));
        await MonthsLaterAsync(nppo.Id, n => n.Suspend("For a test.", Actor.System, Host.Now()));
        await MonthsLaterAsync(nppo.Id, n => n.Reactivate(Actor.System, Host.Now()));
        await MonthsLaterAsync(nppo.Id, n => n.Close("For a test.", Actor.System, Host.Now()));

        var months = await Host.Get<CountOverTime>().HandleAsync(default);

        Assert.Equal([(2, 0), (2, 1), (2, 0), (2, 1), (1, 0)],
            months.TakeLast(5).Select(month => (month.Registered, month.Live)));
        Assert.All(months.SkipLast(5), month => Assert.Equal((0, 0), (month.Registered, month.Live)));
    }

    // A day of the next month each time.
    private async Task MonthsLaterAsync(Guid id, params Func<Nppo, Result>[] acts)
    {
        Host.Time.Advance(TimeSpan.FromDays(31));
        await Host.StoreAsync(async db =>
        {
            var nppo = await db.Set<Nppo>().SingleAsync(one => one.Id == id);
            Assert.All(acts, act => Assert.True(act(nppo).IsSuccess));
            return await db.SaveChangesAsync();
        });
    }

    private Task<ParticipationView> ListAsync(ListParticipationRequest request) =>
        Host.Get<ListParticipation>().HandleAsync(request, default);
}

public sealed class ParticipationOnSqlite() : ParticipationTests(DatabaseKind.Sqlite);

public sealed class ParticipationOnPostgreSql() : ParticipationTests(DatabaseKind.PostgreSql);

public sealed class ParticipationPageTests : PageTests
{
    [Fact]
    public async Task It_changes_while_one_reads()
    {
        var list = Reader(Actor.Anonymous).Render<ParticipationList>(parameters => parameters.Add(page => page.Search, "bolivia"));
        Assert.Contains("Not registered", list.Markup, StringComparison.Ordinal);

        await Host.AddAsync(Host.Escalated("BO"));

        list.WaitForAssertion(() => Assert.Contains("Registration under way", list.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_picture_says_in_letters_and_words_what_its_colours_say_and_leads_to_the_list()
    {
        await Host.AddAsync(Host.Escalated("BO"));
        var list = Reader(Actor.Anonymous).Render<ParticipationList>(parameters => parameters.Add(page => page.Region, "Americas"));

        var tile = list.Find(".world-UnderWay[href]");
        Assert.Equal("BOR Bolivia (Plurinational State of), Registration under way", tile.TextContent);
        Assert.EndsWith("#country-BO", tile.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Single(list.FindAll("#country-BO"));
        // Territories that have not registered are in the list alone.
        Assert.Empty(list.FindAll("[href$='#country-MQ']"));
        Assert.Contains("Territory: France", list.Find("#country-MQ").TextContent, StringComparison.Ordinal);
        Assert.True(list.FindAll(".world-key li").Count < list.FindAll(".world-tiles li").Count);
    }

    [Fact]
    public void The_picture_counts_under_a_name_what_it_shows_of_it_and_of_a_region_those_that_can_take_part()
    {
        var list = Reader(Actor.Anonymous).Render<ParticipationList>(parameters => parameters.Add(page => page.Region, "Africa"));

        foreach (var (letter, name) in new[] { ("×", "Not a contracting party"), ("–", "Not registered") })
        {
            var key = Assert.Single(list.FindAll(".world-key li"), one => one.TextContent.Contains(name, StringComparison.Ordinal));
            Assert.EndsWith($" {list.FindAll(".world-tiles b").Count(one => one.TextContent == letter)}",
                key.TextContent.Trim().ReplaceLineEndings(" "), StringComparison.Ordinal);
        }

        // What the list calls so are also territories, of which most have no tile.
        Assert.DoesNotContain(list.FindAll(".world-key li"), one => one.TextContent.Contains("by themselves", StringComparison.Ordinal));
        var able = list.FindAll(".world-tiles b").Count(one => one.TextContent is not ("×" or "?"));
        Assert.Contains($"live: 0 of {able}", list.Find("#world-Africa").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_country_of_which_nobody_knows_whether_it_can_take_part_looks_like_those_that_cannot_and_says_what_it_is()
    {
        var list = Reader(Actor.Anonymous).Render<ParticipationList>(parameters => parameters.Add(page => page.Region, "Africa"));

        var tile = list.Find("[href$='#country-SO'].world-tile");
        Assert.Equal("SO? Somalia, Not known whether they can take part", tile.TextContent);
        Assert.Contains("world-NotParty", tile.ClassList);
        var key = Assert.Single(list.FindAll(".world-key li"),
            one => one.TextContent.Contains("Not known whether they can take part", StringComparison.Ordinal));
        Assert.Contains("world-NotParty", key.QuerySelector(".world-tile")!.ClassList);
        Assert.StartsWith("?", key.TextContent.Trim(), StringComparison.Ordinal);
        var many = list.FindAll(".world-tiles b").Count(letter => letter.TextContent == "?");
        Assert.EndsWith($"{many}", key.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_page_stays_light_and_shows_Antarctica_nowhere(string language)
    {
        using var client = Host.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", language);

        var page = await client.GetByteArrayAsync(new Uri("/participation", UriKind.Relative));

        Assert.True(page.Length < 200_000, $"{page.Length} bytes");
        Assert.DoesNotContain("Antarcti", System.Text.Encoding.UTF8.GetString(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_whole_without_JavaScript_and_names_nobody()
    {
        var registration = Host.Escalated("BO", "Sanidad Agropecuaria");
        await Host.AddAsync(registration, Host.Contact("BO", "Office of BO"));
        using var client = Host.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", "fr");

        using var answer = await client.GetAsync(new Uri("/participation?search=bolivie&region=Americas", UriKind.Relative));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Inscription en cours", page, StringComparison.Ordinal);
        Assert.Contains("value=\"bolivie\"", page, StringComparison.Ordinal);
        foreach (var secret in new[] { "Sanidad", "Office of BO", "example.org", registration.Reference, "Escalated" })
            Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
    }
}

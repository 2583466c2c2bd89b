using System.Net;
using Bunit;
using Ephyto.AdminConsole.Features.Participation.Components;
using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;

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

        Assert.Equal(248, states.Count);
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

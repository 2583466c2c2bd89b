using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Participation;

/// <summary>The public data: a contract that programs of others rely on.</summary>
public sealed class ParticipationApiTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const string Path = "/api/v1/participation";

    [Fact]
    public async Task Each_country_is_there_with_exactly_these_fields_and_nobodys_name()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss@example.org");
        using var client = Host.CreateClient();

        var text = await client.GetStringAsync(new Uri($"{Path}?search=Ivoire", UriKind.Relative));

        Assert.Equal(
            """[{"code":"CI","name":"Côte d’Ivoire","region":"Africa","state":"onboarding","since":"2026-03-02T09:00:00Z","sends":false,"receives":false}]""",
            System.Text.RegularExpressions.Regex.Unescape(text));
        var all = JsonDocument.Parse(await client.GetStringAsync(new Uri(Path, UriKind.Relative))).RootElement;
        Assert.True(all.GetArrayLength() > 240);
        Assert.DoesNotContain('@', all.ToString());
    }

    [Fact]
    public async Task A_table_comes_by_parameter_and_by_header()
    {
        using var client = Host.CreateClient();
        var byParameter = await client.GetStringAsync(new Uri($"{Path}?format=csv&search=NZ", UriKind.Relative));
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        using var byHeader = await client.GetAsync(new Uri($"{Path}?search=NZ", UriKind.Relative));

        Assert.Equal("text/csv", byHeader.Content.Headers.ContentType!.MediaType);
        Assert.Equal(byParameter, await byHeader.Content.ReadAsStringAsync());
        Assert.Contains("code,name,region,state,since,sends,receives", byParameter, StringComparison.Ordinal);
        Assert.Contains("NZ,New Zealand,Oceania,notRegistered,,false,false", byParameter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_nothing_changes_the_answer_is_304_and_a_change_shows_at_once()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        var hub = await Host.AppointAsync(HubRole.HubAdministrator);
        using var client = Host.CreateClient();
        using var first = await client.GetAsync(new Uri(Path, UriKind.Relative));
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using (var again = await client.GetAsync(new Uri(Path, UriKind.Relative)))
            Assert.Equal((HttpStatusCode.NotModified, 0L), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).LongLength));

        await Host.StoreAsync(async db =>
        {
            (await db.Set<Nppo>().SingleAsync(n => n.Id == nppo.Id)).Suspend("Stolen.", hub, Host.Now());
            return await db.SaveChangesAsync();
        });

        await Eventually.TrueAsync(async () =>
        {
            using var changed = await client.GetAsync(new Uri(Path, UriKind.Relative));
            return changed.StatusCode == HttpStatusCode.OK && (await changed.Content.ReadAsStringAsync()).Contains("\"suspended\"", StringComparison.Ordinal);
        }, "the change in the data");
    }

    [Theory]
    [InlineData("state=nonsense")]
    [InlineData("state=1")]
    [InlineData("region=Atlantis")]
    [InlineData("format=xml")]
    public async Task A_value_that_there_is_not_is_refused_with_a_sentence(string query)
    {
        using var client = Host.CreateClient();

        using var answer = await client.GetAsync(new Uri($"{Path}?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("is not a value of the parameter", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_names_the_one_address_its_parameters_and_its_fields_and_no_other()
    {
        using var client = Host.CreateClient();

        var description = JsonDocument.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).RootElement;

        var path = Assert.Single(description.GetProperty("paths").EnumerateObject());
        Assert.Equal(Path, path.Name);
        var operation = path.Value.GetProperty("get");
        Assert.Equal(["search", "region", "state", "format"], operation.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()!));
        Assert.Equal(
            ["code", "name", "region", "state", "since", "sends", "receives"],
            description.GetProperty("components").GetProperty("schemas").GetProperty("ParticipationRow").GetProperty("properties").EnumerateObject().Select(field => field.Name));
        Assert.Contains("/openapi/v1.json", await client.GetStringAsync(new Uri("/api", UriKind.Relative)), StringComparison.Ordinal);
    }
}

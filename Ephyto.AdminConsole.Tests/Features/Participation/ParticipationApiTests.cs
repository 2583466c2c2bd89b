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
            """[{"code":"CI","name":"Côte d’Ivoire","region":"Africa","state":"onboarding","since":"2026-03-02T09:00:00Z","sends":"""
                + """false,"receives":false,"party":"contractingParty","territoryOf":null,"through":null,"throughName":null}]""",
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
        Assert.Contains("code,name,region,state,since,sends,receives,party,territoryOf,through,throughName", byParameter,
            StringComparison.Ordinal);
        Assert.Contains("NZ,New Zealand,Oceania,notRegistered,,false,false,contractingParty,", byParameter, StringComparison.Ordinal);
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
            return changed.StatusCode == HttpStatusCode.OK
                && (await changed.Content.ReadAsStringAsync()).Contains("\"suspended\"", StringComparison.Ordinal);
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
        Assert.Equal(["search", "region", "state", "format"],
            operation.GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()!));
        Assert.Equal(
            ["code", "name", "region", "state", "since", "sends", "receives", "party", "territoryOf", "through", "throughName"],
            description.GetProperty("components").GetProperty("schemas").GetProperty("ParticipationRow").GetProperty("properties")
                .EnumerateObject().Select(field => field.Name));
        Assert.Contains("openapi/v1.json", await client.GetStringAsync(new Uri("/api", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_is_what_the_description_says()
    {
        await Host.ConfirmedNppoAsync();
        using var client = Host.CreateClient();
        var description = JsonDocument.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).RootElement;
        var schemas = description.GetProperty("components").GetProperty("schemas");
        var row = schemas.GetProperty("ParticipationRow").GetProperty("properties");

        Assert.Equal("IPPC ePhyto Hub Admin Console API", description.GetProperty("info").GetProperty("title").GetString());
        foreach (var sent in JsonDocument.Parse(await client.GetStringAsync(new Uri(Path, UriKind.Relative))).RootElement.EnumerateArray())
        {
            foreach (var field in sent.EnumerateObject())
                Assert.True(Fits(row.GetProperty(field.Name), schemas, field.Value), $"{field}: {row.GetProperty(field.Name)}");
        }

        var state = schemas.GetProperty("ParticipationState");
        Assert.Equal("string", state.GetProperty("type").GetString());
        var parameters = description.GetProperty("paths").GetProperty(Path).GetProperty("get").GetProperty("parameters").EnumerateArray()
            .ToDictionary(parameter => parameter.GetProperty("name").GetString()!, parameter => parameter.GetProperty("schema"));
        Assert.Equal(ValuesOf(state), ValuesOf(parameters["state"]));
        foreach (var name in new[] { "state", "region", "format" })
        {
            foreach (var value in ValuesOf(parameters[name]))
            {
                using var answer = await client.GetAsync(new Uri($"{Path}?{name}={value}", UriKind.Relative));
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            }
        }
    }

    [Theory]
    [InlineData("text/csv", "text/csv")]
    [InlineData("text/csv;q=0.5, application/json", "application/json")]
    [InlineData("application/json;q=0.2, text/csv;q=0.9", "text/csv")]
    [InlineData("text/csvx, */*;q=0.1", "application/json")]
    [InlineData("text/*", "text/csv")]
    [InlineData("text/csv;q=0, */*", "application/json")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "application/json")]
    [InlineData("image/png", "application/problem+json")]
    [InlineData("text/html", "application/problem+json")]
    public async Task The_header_accept_chooses_the_form_by_its_weights(string accept, string expected)
    {
        using var client = Host.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);

        using var answer = await client.GetAsync(new Uri($"{Path}?search=NZ", UriKind.Relative));

        Assert.Equal(expected, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(expected.Contains("problem", StringComparison.Ordinal) ? HttpStatusCode.NotAcceptable : HttpStatusCode.OK,
            answer.StatusCode);
    }

    [Theory]
    [InlineData(Path)]
    [InlineData("/openapi/v1.json")]
    [InlineData("/participation")]
    [InlineData("/api")]
    [InlineData("/")]
    public async Task Head_is_answered_as_get(string path)
    {
        using var client = Host.CreateClient();
        using var got = await client.GetAsync(new Uri(path, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(path, UriKind.Relative));

        using var answer = await client.SendAsync(request);

        Assert.Equal((HttpStatusCode.OK, got.Content.Headers.ContentType?.MediaType),
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(got.Headers.ETag, answer.Headers.ETag);
    }

    [Theory]
    [InlineData("GET", "/api/v2/participation", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("GET", "/openapi/v9.json", HttpStatusCode.NotFound)]
    [InlineData("DELETE", Path, HttpStatusCode.MethodNotAllowed)]
    public async Task Below_the_data_a_refusal_is_a_problem_in_json_and_speaks_of_no_page(string method, string path, HttpStatusCode status)
    {
        using var client = Host.CreateClient();
        client.DefaultRequestHeaders.Add("Accept", "text/html,*/*;q=0.8");
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));

        using var answer = await client.SendAsync(request);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("page", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("menu", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_public_data_is_english_and_open_to_other_sites_and_nothing_else_is()
    {
        using var client = Host.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", "fr");

        using var data = await client.GetAsync(new Uri(Path, UriKind.Relative));
        using var page = await client.GetAsync(new Uri("/participation", UriKind.Relative));

        Assert.Equal(["en"], data.Content.Headers.ContentLanguage);
        Assert.Equal("*", Assert.Single(data.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("cross-origin", Assert.Single(data.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("same-origin", Assert.Single(page.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    private static List<string> ValuesOf(JsonElement schema) =>
        [.. schema.GetProperty("enum").EnumerateArray().Select(value => value.GetString()!)];

    private static bool Fits(JsonElement schema, JsonElement schemas, JsonElement value)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Fits(schemas.GetProperty(reference.GetString()!.Split('/')[^1]), schemas, value);
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(one => one.ToString() == value.ToString()))
            return false;
        var kind = value.ValueKind switch { JsonValueKind.String => "string", JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Null => "null", _ => "number" };
        var type = schema.GetProperty("type");
        return type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(one => one.GetString() == kind) : type.GetString() == kind;
    }
}

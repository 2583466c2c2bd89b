using System.Net;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Integration.Forms;

/// <summary>
/// No address that takes a form acts without the form's word of what it was shown for. New addresses are among these by themselves.
/// </summary>
public sealed class FormEndpointTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    /// <summary>It is asked by a script of the page, changes nothing of the store, and looks at its own token.</summary>
    private static readonly string[] Scripts = ["/account/session"];

    [Fact]
    public void Every_address_that_takes_a_form_asks_for_its_word() => Assert.Equal(
        Scripts, Posts().Where(endpoint => !AsksForToken(endpoint)).Select(PatternOf).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(null)]
    [InlineData("made up")]
    public async Task A_form_without_its_word_is_refused_everywhere(string? word)
    {
        foreach (var person in new[] { Person.Anonymous, Person.HubAdministrator, Person.Administrator })
        {
            using var client = await world.ClientOfAsync(person);
            var token = PlainForms.TokensOf(await client.GetStringAsync("/account/forgot-password")).First();
            foreach (var path in Posts().Where(AsksForToken).Select(AddressOf).Distinct())
            {
                List<KeyValuePair<string, string>> fields = [token, new("words", "words"), new("confirm", "yes"),
                    new("purpose", "VerifyEmail")];
                if (word is not null) fields.Add(new("ShownFor", word));
                using var content = new FormUrlEncodedContent(fields);
                using var answer = await client.PostAsync(path, content);

                var leads = answer.Headers.Location?.OriginalString ?? "";
                Assert.True(leads.StartsWith("/form-problem", StringComparison.Ordinal)
                    || leads.Contains("/account/sign-in", StringComparison.Ordinal)
                    || answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized,
                    $"{path} as {person}: {answer.StatusCode} {leads}");
            }
        }
    }

    private static bool AsksForToken(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true };

    private static string PatternOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    private static string AddressOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        segment.Parts is [RoutePatternParameterPart parameter]
            ? (parameter.ParameterPolicies is [var policy, ..] ? policy.Content : null) switch { "guid" => Guid.Empty.ToString(),
                "int" or "long" => "1", _ => "CI" }
            : string.Concat(segment.Parts.OfType<RoutePatternLiteralPart>().Select(part => part.Content))));

    private IEnumerable<RouteEndpoint> Posts() =>
        world.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Post) is true)
            .Where(endpoint => !PatternOf(endpoint).StartsWith("/_", StringComparison.Ordinal));
}

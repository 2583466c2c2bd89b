using System.Net;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Architecture;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>A page or an endpoint that nobody opened by name is closed, whatever its address and its verbs.</summary>
public sealed class ClosedByDefaultTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    /// <summary>
    /// Each stands for a kind: of the public, of holders of a link, of the sign-in, of programs, of the framework, of developers.
    /// </summary>
    private static readonly string[] Public =
    [
        "", "guide", "register", "participation", "recover", "join", "letters", "registration", "contact-point",
        "served-country", "account", "link-problem", "sandbox",
        "form-problem", "not-found", "refused",
        "error", "access-denied", "language", "theme", "api", "openapi", "health", "dev", "_blazor", "_framework", "{**path:file}",
    ];

    private IEnumerable<RouteEndpoint> Endpoints =>
        world.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    [Theory]
    [InlineData("hub")]
    [InlineData("nppo")]
    [InlineData("account/manage")]
    public void Below_it_every_endpoint_of_every_verb_is_closed(string folder)
    {
        var below = Endpoints.Where(endpoint => IsBelow(endpoint, folder)).ToList();

        Assert.True(below.Count > 5, $"{below.Count} endpoints lie below {folder}.");
        Findings.None(below.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!));
    }

    [Fact]
    public void What_is_open_lies_where_the_public_goes() => Findings.None(
        from endpoint in Endpoints
        where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            && !Public.Any(folder => IsBelow(endpoint, folder))
        select endpoint.RoutePattern.RawText);

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    [InlineData("PROPFIND")]
    public async Task A_planted_endpoint_is_led_to_the_sign_in_and_never_reached(string method)
    {
        var reached = false;
        using var host = await PlantedAsync(() => reached = true);
        using var client = host.GetTestClient();
        foreach (var address in (string[])["/planted", "/planted/deep/down", "/somewhere/else"])
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.False(reached);
    }

    [Fact]
    public async Task An_address_that_holds_nothing_says_so_to_everybody()
    {
        using var client = await world.ClientOfAsync(Person.Anonymous);
        using var missing = await client.GetAsync(new Uri("/hub/no/such/page", UriKind.Relative), TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/hub/registrations");
        using var wrongVerb = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed), (missing.StatusCode, wrongVerb.StatusCode));
    }

    private static bool IsBelow(RouteEndpoint endpoint, string folder)
    {
        var path = endpoint.RoutePattern.RawText!.Trim('/');
        return path == folder || (folder.Length > 0 && path.StartsWith(folder + "/", StringComparison.Ordinal));
    }

    /// <summary>
    /// The policy of the console before endpoints that somebody planted: of an address, of one below, of whatever is left.
    /// </summary>
    private static async Task<Microsoft.Extensions.Hosting.IHost> PlantedAsync(Action reached)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddClosedByDefault();
        builder.Services.AddAuthentication("none")
            .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, NobodyHandler>("none", null);
        var app = builder.Build();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.Map("/planted", Reach);
        app.Map("/planted/{*rest}", Reach);
        app.MapFallback("{*rest}", Reach);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;

        void Reach(HttpContext http) => reached();
    }

    private sealed class NobodyHandler(
        Microsoft.Extensions.Options.IOptionsMonitor<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions> options,
        Microsoft.Extensions.Logging.ILoggerFactory log, System.Text.Encodings.Web.UrlEncoder encoder)
        : Microsoft.AspNetCore.Authentication.AuthenticationHandler<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions>(
            options, log, encoder)
    {
        protected override Task<Microsoft.AspNetCore.Authentication.AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(Microsoft.AspNetCore.Authentication.AuthenticateResult.NoResult());
    }
}

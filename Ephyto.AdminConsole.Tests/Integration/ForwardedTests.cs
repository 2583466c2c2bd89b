using System.Collections.Concurrent;
using System.Net;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>Whose word counts for where a request comes from.</summary>
public sealed class ForwardedTests
{
    private const string On = "ForwardedHeaders_Enabled";

    [Theory]
    [InlineData(null, null)]
    [InlineData("", " ")]
    public void With_forwarded_headers_on_and_no_proxy_named_the_start_is_refused(string? proxies, string? networks)
    {
        var fault =
            Assert.Throws<OptionsValidationException>(
                () => Read((On, "true"), ("ForwardedHeaders:KnownProxies", proxies), ("ForwardedHeaders:KnownNetworks", networks)));

        Assert.Contains("ForwardedHeaders:KnownProxies", Assert.Single(fault.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ForwardedHeaders:KnownProxies", "proxy.example.org")]
    [InlineData("ForwardedHeaders:KnownNetworks", "10.1.2.3/99")]
    public void What_is_no_address_and_no_network_is_refused(string key, string value) =>
        Assert.Single(Assert.Throws<OptionsValidationException>(() => Read((On, "true"), (key, value))).Failures);

    [Fact]
    public void Off_nobody_is_believed() => Assert.Equal(ForwardedHeaders.None, Read().ForwardedHeaders);

    [Theory]
    [InlineData("ForwardedHeaders:KnownProxies:0", "ForwardedHeaders:KnownProxies:1", "10.1.2.3", "::1")]
    [InlineData("ForwardedHeaders:KnownProxies", "Nothing", "10.1.2.3, ::1", "")]
    public void On_those_are_believed_who_are_named(string first, string second, string one, string other)
    {
        var headers = Read((On, "true"), (first, one), (second, other), ("ForwardedHeaders:KnownNetworks", "192.168.0.0/16"));

        Assert.Equal([IPAddress.Parse("10.1.2.3"), IPAddress.IPv6Loopback], headers.KnownProxies);
        Assert.Equal(["192.168.0.0/16"], headers.KnownIPNetworks.Select(network => network.ToString()));
        Assert.Equal(ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            headers.ForwardedHeaders);
    }

    /// <summary>The same request twice, so that what is not believed is seen to be what would be.</summary>
    [Theory]
    [InlineData("10.1.2.3", false)]
    [InlineData("127.0.0.1, ::1", true)]
    public async Task Only_a_proxy_that_is_named_says_whence_a_request_comes(string proxies, bool isBelieved)
    {
        var seen = new ConcurrentQueue<(bool FromHere, string Host, string Scheme)>();
        await using var host = await ConsoleHost.ListenAsync(
            new Dictionary<string, string?> { [On] = "true", ["ForwardedHeaders:KnownProxies"] = proxies },
            services => services.AddSingleton<IStartupFilter>(new Look(http => seen.Enqueue(
                (IPAddress.IsLoopback(http.Connection.RemoteIpAddress!), http.Request.Host.Host, http.Request.Scheme)))));
        using var client = host.CreateClientBehindNothing();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/health", UriKind.Relative));
        foreach (var (name, value) in new[] { ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Host", "elsewhere.example"),
            ("X-Forwarded-Proto", "https") })
            request.Headers.Add(name, value);

        (await client.SendAsync(request, TestContext.Current.CancellationToken)).Dispose();

        Assert.Equal(isBelieved ? (false, "elsewhere.example", "https") : (true, host.Address!.Host, "http"), seen.First());
    }

    [Fact]
    public async Task A_console_without_a_named_proxy_says_so_and_does_not_start()
    {
        var (code, output) =
            await ConsoleApp.RunToEndAsync(new Dictionary<string, string?> { ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true" },
                "Development");

        Assert.NotEqual(0, code);
        Assert.Contains("Set ForwardedHeaders:KnownProxies", output, StringComparison.Ordinal);
    }

    private static ForwardedHeadersOptions Read(params (string Key, string? Value)[] settings)
    {
        var configuration =
            new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Key, setting => setting.Value))
                .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddKnownProxies().BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        return services.GetRequiredService<IOptions<ForwardedHeadersOptions>>().Value;
    }

    /// <summary>Sees a request as the console does, once the framework has read what proxies say.</summary>
    private sealed class Look(Action<HttpContext> see) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, following) =>
            {
                see(http);
                return following(http);
            });
            next(app);
        };
    }
}

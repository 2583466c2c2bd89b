using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Platform.Security;

public sealed class ConsoleCookiesTests
{
    [Theory]
    [InlineData("https://console.example.org", "Production", "__Host-ephyto-draft", "/", true)]
    [InlineData("https://example.org/AdminConsole", "Production", "__Secure-ephyto-draft", "/AdminConsole", true)]
    [InlineData("https://example.org/a/Console/", "Staging", "__Secure-ephyto-draft", "/a/Console", true)]
    [InlineData("http://localhost:5080", "Development", "ephyto-draft", "/", false)]
    [InlineData("http://localhost:5080/AdminConsole", "Development", "ephyto-draft", "/AdminConsole", false)]
    public void A_browser_keeps_a_cookie_to_the_place_where_the_console_lives(string address, string environment, string name,
        string path, bool secure)
    {
        var cookies = Cookies.At(address, environment);
        var http = new DefaultHttpContext();

        cookies.Write(http, ConsoleCookies.Draft, "x", TimeSpan.FromHours(1));
        cookies.Delete(http, ConsoleCookies.Draft);

        Assert.All(http.Response.Headers.SetCookie, written =>
        {
            Assert.StartsWith($"{name}=", written, StringComparison.Ordinal);
            Assert.Contains($"; path={path};", written, StringComparison.Ordinal);
            Assert.Equal(secure, written!.Contains("; secure", StringComparison.Ordinal));
            Assert.Contains("; samesite=lax", written, StringComparison.Ordinal);
            Assert.DoesNotContain("domain", written, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Every_cookie_of_the_framework_has_a_name_and_a_path_of_this_console()
    {
        await using var host =
            await ConsoleHost.StartAsync(
                settings: new Dictionary<string, string?> { ["Hub:PublicAddress"] = "https://localhost/AdminConsole" });
        var schemes = await host.CallAsync((IAuthenticationSchemeProvider provider) => provider.GetAllSchemesAsync());
        var cookies = host.Get<IOptionsMonitor<CookieAuthenticationOptions>>();
        var shapes = schemes.Where(scheme => scheme.HandlerType == typeof(CookieAuthenticationHandler))
            .Select(scheme => cookies.Get(scheme.Name).Cookie)
            .Append(host.Get<IOptions<AntiforgeryOptions>>().Value.Cookie).ToList();

        Assert.True(shapes.Count >= 5, "Session, second step, external, known device, forms.");
        Assert.All(shapes, cookie =>
        {
            Assert.StartsWith("ephyto-", cookie.Name, StringComparison.Ordinal);
            Assert.Equal("/AdminConsole", cookie.Path);
        });
        Assert.Equal("ephyto-language",
            host.Get<IOptions<RequestLocalizationOptions>>().Value.RequestCultureProviders.OfType<CookieRequestCultureProvider>()
                .Single().CookieName);
    }
}

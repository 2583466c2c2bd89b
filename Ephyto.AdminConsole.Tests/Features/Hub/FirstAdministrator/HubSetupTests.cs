using System.Net;
using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Features.Hub.FirstAdministrator;

/// <summary>The one-time link that a start prints while the hub has no administrator.</summary>
public sealed class HubSetupTests
{
    private static readonly Dictionary<string, string?> Settings = new() { ["Demo:Enabled"] = "false" };

    [Fact]
    public async Task It_makes_the_first_hub_administrator_once()
    {
        await using var app = await ConsoleApp.StartAsync(Settings);
        var first = await LinkAsync(app, 0);
        app.Kill();
        await app.StartAgainAsync();
        var second = await LinkAsync(app, 1);

        Assert.Contains("state=Revoked", (await app.Http.GetAsync(first)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("/account/set-up", (await app.Http.GetAsync(second)).Headers.Location!.OriginalString.Split('?')[0]);
        using var weak = await SendAsync(app, "passwordpassword");
        Assert.Contains("tried first", await weak.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var made = await SendAsync(app, Given.Password);
        Assert.Equal((HttpStatusCode.Redirect, "/hub"), (made.StatusCode, new Uri(app.BaseAddress, made.Headers.Location!).AbsolutePath));
        Assert.Equal("/account/set-up", (await app.Http.GetAsync(second)).Headers.Location!.OriginalString.Split('?')[0]);
        using var late = await app.Http.GetAsync(new Uri("/account/set-up", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Contains("no longer works", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(ConsoleApp app, string password) => app.Http.SendFormAsync(
        "/account/set-up", "set-up", ("Form.Name", "Ada"), ("Form.Email", "ada@example.org"), ("Form.Password", password),
        ("Form.PasswordAgain", password));

    private static async Task<Uri> LinkAsync(ConsoleApp app, int number)
    {
        var found = await Eventually.GetAsync(
            () => Task.FromResult(app.Output.Where(line => line.Contains("/account/set-up/", StringComparison.Ordinal))
                .ElementAtOrDefault(number)), "the set-up link");
        return new Uri(Regex.Match(found, "https?://\\S+/account/set-up/\\S+").Value);
    }
}

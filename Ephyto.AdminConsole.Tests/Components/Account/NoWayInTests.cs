using System.Net;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Components.Account;

/// <summary>Whoever has no code, no device or no e-mail is told who lets them in again, wherever a sign-in ends.</summary>
public sealed class NoWayInTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    [Fact]
    public async Task The_page_for_the_code_leads_a_sole_administrator_without_a_device_to_the_recovery()
    {
        await Host.AccountAsync("awa@example.org");
        using (var owner = await Host.SignedInAsync("awa@example.org")) await Host.SetUpAuthenticatorAsync(owner);
        using var client = Host.CreateClient();
        await client.GetAsync(new Uri("/language/en", UriKind.Relative));
        using var first = await client.SendFormAsync("/account/sign-in", "sign-in", ("Form.Email", "awa@example.org"),
            ("Form.Password", Given.Password));

        AssertShown(await client.GetStringAsync(first.Headers.Location));
    }

    [Fact]
    public async Task So_do_the_pages_for_a_forgotten_password()
    {
        using var client = Host.CreateClient();
        await client.GetAsync(new Uri("/language/en", UriKind.Relative));
        AssertShown(await client.GetStringAsync(new Uri("/account/forgot-password", UriKind.Relative)));

        using var sent = await client.SendFormAsync("/account/forgot-password", "forgot", ("Form.Email", "awa@example.org"));
        AssertShown(await sent.Content.ReadAsStringAsync());

        AssertShown(await client.GetStringAsync(new Uri("/account/reset-password", UriKind.Relative)));
    }

    private static void AssertShown(string html)
    {
        var words = WebUtility.HtmlDecode(html);
        Assert.Matches("""<main[\s\S]*<a href="recover">[\s\S]*</main>""", html);
        Assert.Contains("An administrator of your organization can let you in again", words, StringComparison.Ordinal);
        Assert.Contains("mailto:ippc@fao.org", words, StringComparison.Ordinal);
    }
}

using System.Net;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Tests.Features.Registrations;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Integration.Forms;

/// <summary>A form of a link whose cookie the browser has let go of, alone or with all the others.</summary>
public sealed class ClosedLinkFormTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private Registrar Registrar => field ??= new Registrar(Host);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_whose_cookies_were_cleared_says_at_once_which_message_to_open_again(bool keepsTheOthers)
    {
        using var browser = Host.CreateClient();
        await browser.GetAsync("/language/en");
        var kenya = await Registrar.VerifiedAsync("KE");
        var tab = await new Tab(browser).GoToAsync(
            $"/contact-point/{await Registrar.SecretOfAsync(kenya.Id, EmailKinds.ContactPointRequest)}");
        var shown = await browser.GetStringAsync(tab.Address + "&step=ask");
        var tokens = PlainForms.TokensOf(shown[shown.IndexOf("contact-point/ask", StringComparison.Ordinal)..]);
        using var cleared = Host.CreateClient();
        if (keepsTheOthers) await cleared.GetAsync("/language/en");

        using var request = new HttpRequestMessage(HttpMethod.Post,
            "/contact-point/ask") { Content = new FormUrlEncodedContent([.. tokens, new("words", "Who is Awa?")]) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var refused = await cleared.SendAsync(request);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("This message is no longer open in this browser", page, StringComparison.Ordinal);
        Assert.Contains(kenya.Reference, page, StringComparison.Ordinal);
        Assert.Contains("Please open the link in that message again.", page, StringComparison.Ordinal);
        Assert.Contains("<bdi class=\"typed-text\">Who is Awa?</bdi>", page, StringComparison.Ordinal);
        Assert.Equal(!keepsTheOthers, page.Contains("your browser blocks cookies", StringComparison.Ordinal));
        Assert.DoesNotContain("Send again", page, StringComparison.Ordinal);
    }
}

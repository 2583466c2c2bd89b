using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.EndToEnd.Layout;

[Collection(nameof(LayoutApp))]
public sealed class WidthTests(LayoutApp console) : WidthWalk(console)
{
    [Theory]
    [InlineData("en-GB")]
    [InlineData("ar")]
    public async Task Pages_for_everybody(string locale)
    {
        var page = await OpenAsync(Console.App, new Visitor(locale), "/");

        await ShouldFitAsync(page, "", "guide", "guide/check", "guide/notice", "register", "participation", "api", "recover",
            "letters/verify", "letters/ask", "account/sign-in", "account/forgot-password");
    }

    [Fact]
    public async Task Pages_behind_a_mailed_link()
    {
        await Console.DataAsync();
        var contact = (await Console.App.Mailbox.MessageAsync("long.ocp@example.org", "/contact-point/")).LinkTo("/contact-point/");
        var applicant = (await Console.App.Mailbox.MessageAsync("long.mr@example.org", "/registration/")).LinkTo("/registration/");
        var page = await OpenAsync(Console.App);

        await ShouldFitAsync(page, contact, applicant);
    }

    [Theory]
    [InlineData("en-GB")]
    [InlineData("ar")]
    public async Task Pages_of_an_organization(string locale)
    {
        await Console.DataAsync();
        var page = await SignedInAsync(LayoutApp.Member, "/nppo", locale);

        await ShouldFitAsync(page, "nppo", "nppo/members", "nppo/letters", "nppo/documents", "nppo/certificates", "nppo/integration",
            "nppo/connection", "nppo/sandbox", "nppo/sandbox/envelopes", "nppo/sandbox/first-call",
            "nppo/history", "nppo/handover", "account/manage", "account/manage/sessions");
    }
}

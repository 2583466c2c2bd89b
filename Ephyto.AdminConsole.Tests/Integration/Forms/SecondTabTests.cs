using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Tests.Integration.Forms;

/// <summary>The form of a link that works once, open in two tabs: the second one learns the truth, and how to go on.</summary>
public sealed class SecondTabTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private static readonly string[] FalseReasons =
    [
        "Please send this once more", "no longer open in this browser", "limited time", "other messages", "What you typed is still here",
        "was replaced by a newer one",
        "Open it once more",
    ];

    public static TheoryData<string> Cases() =>
        [.. LinkCase.All.Where(one => one.Purpose is not (LinkPurpose.ApplicantTracker or LinkPurpose.LetterDownload)
            && !one.Act.StartsWith("link-problem", StringComparison.Ordinal))
            .Where(one => !one.Act.EndsWith("#cancel", StringComparison.Ordinal)).Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_second_tab_says_what_was_done_with_the_link(string name)
    {
        var wanted = LinkCase.All.Single(one => one.Name == name);
        var subject = (await wanted.GivenAsync(Host))[0];
        using var browser = wanted.SignsIn ? await Host.SignedInAsync(subject.Email) : Host.CreateClient();
        await browser.GetAsync("/language/en");
        var (first, second) = (await new Tab(browser).GoToAsync(subject.Link), await new Tab(browser).GoToAsync(subject.Link));
        foreach (var tab in new[] { first, second }) await tab.GoToAsync(tab.Address.PathAndQuery + wanted.Step);
        await first.SendAsync(wanted.Form, wanted.Typed);
        var done = await subject.StateAsync(Host);

        await second.SendAsync(wanted.Form, wanted.Typed);

        Assert.All(FalseReasons, reason => Assert.DoesNotContain(reason, second.Text, StringComparison.Ordinal));
        Assert.Equal(done, await subject.StateAsync(Host));
        if (WordsOf(wanted.Purpose) is not { } words) return;
        Assert.Equal("This link was used already", second.Title);
        Assert.Contains(words, second.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("contact-point/confirm")]
    [InlineData("contact-point/decline")]
    [InlineData("contact-point/step-aside")]
    public async Task Words_that_came_second_went_nowhere_and_whoever_typed_them_is_told(string act)
    {
        var wanted = LinkCase.All.Single(one => one.Act == act);
        var subject = (await wanted.GivenAsync(Host))[0];
        using var browser = Host.CreateClient();
        await browser.GetAsync("/language/en");
        var (first, second) = (await new Tab(browser).GoToAsync(subject.Link), await new Tab(browser).GoToAsync(subject.Link));
        foreach (var tab in new[] { first, second }) await tab.GoToAsync(tab.Address.PathAndQuery + wanted.Step);
        await first.SendAsync(wanted.Form, wanted.Typed);

        await second.SendAsync(wanted.Form, [.. wanted.Typed.Select(field => field.Name == "words" ? ("words", "Said too late.") : field)]);

        Assert.Contains("Said too late.", second.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was done", second.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LinkPurpose.ActivateAccount)]
    [InlineData(LinkPurpose.ResetPassword)]
    public async Task It_leads_on_to_the_sign_in(LinkPurpose purpose)
    {
        using var browser = Host.CreateClient();
        await browser.GetAsync("/language/en");

        var tab = await new Tab(browser).GoToAsync($"/link-problem?purpose={purpose}&state=Used");
        await tab.FollowAsync("Sign in");

        Assert.StartsWith("/account/sign-in", tab.Address.AbsolutePath, StringComparison.Ordinal);
    }

    private static string? WordsOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.ActivateAccount or LinkPurpose.ActivateHubUser => "The account is active",
        LinkPurpose.ResetPassword => "The password was changed with it",
        LinkPurpose.ConfirmOldEmail => "the present address has agreed",
        LinkPurpose.ConfirmNewEmail => "the new address has agreed",
        _ => null,
    };
}

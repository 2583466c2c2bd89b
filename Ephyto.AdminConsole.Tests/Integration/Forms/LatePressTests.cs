using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Features.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Integration.Forms;

/// <summary>Pages opened by a link: a press that came too late, a form that was refused, a browser that keeps no cookie.</summary>
public sealed class LatePressTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private Registrar Registrar => field ??= new Registrar(Host);

    [Fact]
    public async Task A_decision_pressed_after_another_says_that_nothing_was_done_and_shows_the_words()
    {
        using var browser = Host.CreateClient();
        var registration = await Registrar.VerifiedAsync("KE");
        var (confirming, declining, again) = (new Tab(browser), new Tab(browser), new Tab(browser));
        await OpenAsync(confirming, "/contact-point", registration.Id, EmailKinds.ContactPointRequest);
        var page = confirming.Address.PathAndQuery;
        await declining.GoToAsync($"{page}&step=decline");
        await again.GoToAsync($"{page}&step=confirm");
        await confirming.GoToAsync($"{page}&step=confirm");
        await confirming.SendAsync("contact-point/confirm\"", ("words", ""));

        await declining.SendAsync("contact-point/decline\"", ("reason", nameof(DeclineReason.NotAuthorized)),
            ("words", "Nobody asked the minister."));
        await again.SendAsync("contact-point/confirm\"", ("words", ""));

        Assert.Equal("Nothing was done", declining.Title);
        Assert.Contains("You pressed", declining.Text, StringComparison.Ordinal);
        Assert.Contains("The registration is confirmed", declining.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody asked the minister.", declining.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("minister", declining.Address.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Send again", declining.Text, StringComparison.Ordinal);
        Assert.Contains("The registration is confirmed", again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing was done", again.Text, StringComparison.Ordinal);
        Assert.Equal(RegistrationStatus.Confirmed, (await Registrar.LoadAsync(registration.Id)).Status);
    }

    [Fact]
    public async Task What_the_applicant_presses_after_the_decision_says_what_happened_instead()
    {
        using var browser = Host.CreateClient();
        var registration = await Registrar.VerifiedAsync("KE");
        var (tracker, desk) = (new Tab(browser), new Tab(browser));
        await OpenAsync(tracker, "/registration", registration.Id, EmailKinds.Received);
        await OpenAsync(desk, "/contact-point", registration.Id, EmailKinds.ContactPointRequest);
        await desk.GoToAsync($"{desk.Address.PathAndQuery}&step=confirm");
        await desk.SendAsync("contact-point/confirm\"", ("words", ""));

        await tracker.SendAsync("registration/withdraw\"");

        Assert.Equal("Nothing was done", tracker.Title);
        Assert.Contains("Your registration is confirmed.", tracker.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_refusal_keeps_the_reason_and_complains_only_while_the_form_is_shown()
    {
        using var browser = Host.CreateClient();
        var registration = await Registrar.VerifiedAsync("KE");
        var tab = new Tab(browser);
        await OpenAsync(tab, "/contact-point", registration.Id, EmailKinds.ContactPointRequest);
        await tab.GoToAsync($"{tab.Address.PathAndQuery}&step=decline");

        await tab.SendAsync("contact-point/decline\"", ("reason", nameof(DeclineReason.Other)), ("words", ""));
        Assert.Matches("value=\"Other\"[^>]*checked", tab.Text);
        Assert.Contains("id=\"words-error\"", tab.Text, StringComparison.Ordinal);
        var refused = tab.Address.PathAndQuery;
        await tab.SendAsync("contact-point/decline\"", ("reason", nameof(DeclineReason.Other)), ("words", "The ministry was dissolved."));
        await tab.GoToAsync(refused);

        Assert.Contains("The registration is declined", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Please write what you want to say", tab.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/register/verify")]
    [InlineData("/registration")]
    [InlineData("/contact-point")]
    [InlineData("/link-problem")]
    public async Task A_browser_without_cookies_is_told_so_instead_of_being_sent_round_in_a_circle(string path)
    {
        using var stranger = Host.CreateClient();
        stranger.DefaultRequestHeaders.Add("Accept-Language", "en");
        var named = await new Tab(stranger).GoToAsync($"{path}?{LinkHandle.Parameter}=0123456789abcdef");
        Assert.Contains("Your browser did not keep the cookie", named.Text, StringComparison.Ordinal);
        Assert.Contains("mailto:ippc@fao.org", named.Text, StringComparison.Ordinal);

        using var other = Host.CreateClient();
        await other.GetAsync("/language/en");
        Assert.DoesNotContain("did not keep the cookie",
            (await new Tab(other).GoToAsync($"{path}?{LinkHandle.Parameter}=0123456789abcdef")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_to_the_wish_for_a_new_link_speaks_of_the_message_before_and_of_the_minutes()
    {
        using var browser = Host.CreateClient();
        await browser.GetAsync("/language/en");
        var answer = await new Tab(browser).GoToAsync("/link-problem?state=Renewed");
        Assert.Contains("spam folder", answer.Text, StringComparison.Ordinal);
        Assert.Contains("20", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("on its way", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_that_verifies_an_address_names_the_request_and_so_does_the_one_that_came_second()
    {
        using var browser = Host.CreateClient();
        var (first, second) = (await Registrar.SubmitAsync("KE", email: "a@example.org"),
            await Registrar.SubmitAsync("KE", withContact: false, email: "b@example.org"));
        var (early, late) = (new Tab(browser), new Tab(browser));
        await OpenAsync(early, "/register/verify", first.Id, EmailKinds.VerifyEmail);
        await OpenAsync(late, "/register/verify", second.Id, EmailKinds.VerifyEmail);
        Assert.Contains(first.Reference, early.Text, StringComparison.Ordinal);
        Assert.Contains(first.Organization.Name, early.Text, StringComparison.Ordinal);

        await early.SendAsync("register/verify\"", ("confirm", "yes"));
        await late.ReloadAsync();

        Assert.Equal("Your registration", late.Title);
        Assert.Contains(second.Reference, late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(first.Reference, late.Text, StringComparison.Ordinal);
    }

    private async Task OpenAsync(Tab tab, string path, Guid id, string kind)
    {
        await tab.GoToAsync("/language/en");
        await tab.GoToAsync($"{path}/{await Registrar.SecretOfAsync(id, kind)}");
    }
}

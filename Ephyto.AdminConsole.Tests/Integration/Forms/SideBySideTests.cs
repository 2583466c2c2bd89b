using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Tests.Features.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Integration.Forms;

/// <summary>Several links of one kind, opened in the tabs of one browser: each tab acts on what it shows.</summary>
public sealed class SideBySideTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const string Password = "quiet river under plum trees";

    private Registrar Registrar => field ??= new Registrar(Host);

    [Fact]
    public async Task The_contact_point_of_two_territories_confirms_the_one_whose_page_it_presses()
    {
        using var browser = Host.CreateClient();
        var (kenya, ghana) = (await Registrar.VerifiedAsync("KE"), await Registrar.VerifiedAsync("GH"));
        var first = await OpenAsync(browser, "/contact-point", kenya.Id, EmailKinds.ContactPointRequest);
        await first.GoToAsync($"{first.Address.PathAndQuery}&step=confirm");
        var second = await OpenAsync(browser, "/contact-point", ghana.Id, EmailKinds.ContactPointRequest);

        await first.SendAsync("contact-point/confirm\"", ("words", ""));

        Assert.Equal(RegistrationStatus.Confirmed, (await Registrar.LoadAsync(kenya.Id)).Status);
        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Registrar.LoadAsync(ghana.Id)).Status);
        Assert.Contains("Kenya", first.Title, StringComparison.Ordinal);
        Assert.Contains("Ghana", (await second.ReloadAsync()).Title, StringComparison.Ordinal);

        await second.GoToAsync($"{second.Address.PathAndQuery}&step=decline");
        await second.SendAsync("contact-point/decline\"", ("reason", nameof(DeclineReason.NotAuthorized)), ("words", ""));
        Assert.Equal(RegistrationStatus.Declined, (await Registrar.LoadAsync(ghana.Id)).Status);
    }

    [Fact]
    public async Task The_choice_the_way_back_the_language_and_a_refusal_keep_the_link_that_is_shown()
    {
        using var browser = Host.CreateClient();
        var (kenya, ghana) = (await Registrar.VerifiedAsync("KE"), await Registrar.VerifiedAsync("GH"));
        var tab = await OpenAsync(browser, "/contact-point", kenya.Id, EmailKinds.ContactPointRequest);
        await OpenAsync(browser, "/contact-point", ghana.Id, EmailKinds.ContactPointRequest);

        await tab.GoToAsync($"/contact-point?{LinkFieldOf(tab)}&step=decline");
        Assert.Contains("Kenya", tab.Title, StringComparison.Ordinal);
        await tab.SendAsync("contact-point/decline\"", ("words", "No reason chosen."));
        Assert.Contains("No reason chosen.", tab.Text, StringComparison.Ordinal);
        Assert.Contains("Kenya", tab.Title, StringComparison.Ordinal);
        await tab.FollowAsync("Français");
        Assert.Contains("step=decline", tab.Address.Query, StringComparison.Ordinal);
        Assert.Contains("problem=", tab.Address.Query, StringComparison.Ordinal);
        Assert.Contains("Kenya", tab.Title, StringComparison.Ordinal);
        await tab.FollowAsync("English");
        await tab.FollowAsync("Back");
        Assert.Contains("Kenya", tab.Title, StringComparison.Ordinal);
        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Registrar.LoadAsync(kenya.Id)).Status);
    }

    [Fact]
    public async Task The_bare_address_leads_to_the_only_one_and_lets_choose_between_several()
    {
        using var browser = Host.CreateClient();
        var tab = await new Tab(browser).GoToAsync("/contact-point");
        Assert.Contains("Please open the link in our message", tab.Text, StringComparison.Ordinal);
        await browser.GetAsync("/language/en");
        var kenya = await Registrar.VerifiedAsync("KE");
        await OpenAsync(browser, "/contact-point", kenya.Id, EmailKinds.ContactPointRequest);
        Assert.Contains("Kenya", (await tab.GoToAsync("/contact-point")).Title, StringComparison.Ordinal);

        var ghana = await Registrar.VerifiedAsync("GH");
        await OpenAsync(browser, "/contact-point", ghana.Id, EmailKinds.ContactPointRequest);
        await tab.GoToAsync("/contact-point");

        Assert.Equal("Which message do you mean?", tab.Title);
        foreach (var registration in new[] { kenya, ghana }) Assert.Contains(registration.Reference, tab.Text, StringComparison.Ordinal);
        Assert.Contains("Ghana", (await tab.FollowAsync("Ghana")).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_trackers_withdraw_each_its_own_registration()
    {
        using var browser = Host.CreateClient();
        var (kenya, ghana) = (await Registrar.VerifiedAsync("KE", email: "a@example.org"),
            await Registrar.VerifiedAsync("GH", email: "b@example.org"));
        var first = await OpenAsync(browser, "/registration", kenya.Id, EmailKinds.Received);
        await OpenAsync(browser, "/registration", ghana.Id, EmailKinds.Received);

        await first.SendAsync("registration/withdraw\"");

        Assert.Equal(RegistrationStatus.Withdrawn, (await Registrar.LoadAsync(kenya.Id)).Status);
        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Registrar.LoadAsync(ghana.Id)).Status);
        Assert.Contains("Kenya", first.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_verifications_verify_each_its_own_address()
    {
        using var browser = Host.CreateClient();
        var (kenya, ghana) = (await Registrar.SubmitAsync("KE", email: "a@example.org"),
            await Registrar.SubmitAsync("GH", email: "b@example.org"));
        var first = await OpenAsync(browser, "/register/verify", kenya.Id, EmailKinds.VerifyEmail);
        await OpenAsync(browser, "/register/verify", ghana.Id, EmailKinds.VerifyEmail);

        await first.SendAsync("register/verify\"", ("confirm", "yes"));

        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Registrar.LoadAsync(kenya.Id)).Status);
        Assert.Equal(RegistrationStatus.Submitted, (await Registrar.LoadAsync(ghana.Id)).Status);
        Assert.Contains("Kenya", first.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_set_for_the_invited_person_that_the_page_names()
    {
        using var browser = Host.CreateClient();
        var (_, first) = await Host.ConfirmedNppoAsync("KE", Given.Awa with { Email = "first@example.org" });
        var (_, second) = await Host.ConfirmedNppoAsync("GH", Given.Awa with { Email = "second@example.org" });
        var tab = await OpenAsync(browser, "/account/activate", first);
        await OpenAsync(browser, "/account/activate", second);

        Assert.Contains("value=\"first@example.org\" readonly autocomplete=\"username\"", tab.Text, StringComparison.Ordinal);
        await tab.SendAsync("\"invitation\"", ("Form.GivenName", "Awa"), ("Form.FamilyName", "Kouassi"), ("Form.JobTitle", "Director"),
            ("Form.Password", Password), ("Form.PasswordAgain", Password));

        Assert.Equal([MemberStatus.Active, MemberStatus.Invited], await Host.StoreAsync(async db =>
            new[] { (await db.Set<Member>().SingleAsync(m => m.Id == first.Id)).Status,
                (await db.Set<Member>().SingleAsync(m => m.Id == second.Id)).Status }));
        Assert.True(await IsPasswordAsync("first@example.org", Password));
    }

    [Fact]
    public async Task A_password_is_reset_for_the_account_that_the_page_names()
    {
        using var browser = Host.CreateClient();
        List<Tab> tabs = [];
        foreach (var email in new[] { "first@example.org", "second@example.org" })
        {
            var user = await Host.AccountAsync(email);
            await Host.CallAsync<RequestPasswordReset>(
                use => use.HandleAsync(EmailAddress.TryParse(email)!, "192.0.2.1", CancellationToken.None));
            tabs.Add(await new Tab(browser).GoToAsync(
                $"/account/reset-password/{Host.SecretOf(await Host.EmailAsync("account.reset-password", user.Id))}"));
        }

        Assert.Contains("value=\"first@example.org\" readonly autocomplete=\"username\"", tabs[0].Text, StringComparison.Ordinal);
        await tabs[0].SendAsync("\"reset\"", ("Form.Password", Password), ("Form.PasswordAgain", Password));

        Assert.True(await IsPasswordAsync("first@example.org", Password));
        Assert.True(await IsPasswordAsync("second@example.org", Given.Password));
        Assert.Contains("second@example.org", (await tabs[1].ReloadAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_link_goes_to_whoever_the_old_one_was_for()
    {
        using var browser = Host.CreateClient();
        var (_, first) = await Host.ConfirmedNppoAsync("KE", Given.Awa with { Email = "first@example.org" });
        var (_, second) = await Host.ConfirmedNppoAsync("GH", Given.Awa with { Email = "second@example.org" });
        Host.Time.Advance(TimeSpan.FromDays(8));
        var tab = await OpenAsync(browser, "/account/activate", first);
        await OpenAsync(browser, "/account/activate", second);
        Assert.Contains("first@example.org", tab.Text, StringComparison.Ordinal);
        var before = (First: await EmailsToAsync("first@example.org"), Second: await EmailsToAsync("second@example.org"));

        await tab.SendAsync("link-problem/renew\"");

        Assert.Equal((before.First + 1, before.Second),
            (await EmailsToAsync("first@example.org"), await EmailsToAsync("second@example.org")));
    }

    private Task<int> EmailsToAsync(string address) => Host.StoreAsync(
        db => db.Set<OutgoingEmail>().CountAsync(mail => mail.To == address));

    private static string LinkFieldOf(Tab tab) =>
        tab.Address.Query.TrimStart('?').Split('&').First(part => part.StartsWith("link=", StringComparison.Ordinal));

    private async Task<Tab> OpenAsync(HttpClient browser, string path, Guid registration, string kind)
    {
        await browser.GetAsync("/language/en");
        return await new Tab(browser).GoToAsync($"{path}/{await Registrar.SecretOfAsync(registration, kind)}");
    }

    private async Task<Tab> OpenAsync(HttpClient browser, string path, Member invited) =>
        await new Tab(browser).GoToAsync($"{path}/{Host.SecretOf(await Host.EmailAsync("member.registration-confirmed", invited.Id))}");

    private Task<bool> IsPasswordAsync(string email, string password) =>
        Host.CallAsync<UserManager<AdminConsole.Data.Identity.ConsoleUser>, bool>(
            async users => await users.CheckPasswordAsync((await users.FindByEmailAsync(email))!, password));
}

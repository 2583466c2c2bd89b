using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Registrations;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>A telephone of 360 pixels that runs no scripts: every page leads on, and none is wider than the screen.</summary>
public sealed class SmallTelephoneTests(KeptPathApp console) : BrowserTests, IClassFixture<KeptPathApp>
{
    private const string Member = "small.gn@example.org";
    private const string Officer = "small.officer@example.org";

    private static readonly Visitor OldTelephone = Visitor.English.OnTelephone().WithoutJavaScript();

    // No place to break it: what people type where a form asks for a name, an address or words.
    private static readonly string Long = string.Concat(Enumerable.Repeat("Pflanzenschutz", 5));

    [Fact]
    public async Task The_menu_and_the_language_are_at_hand_without_scripts()
    {
        await SeedAsync();
        var page = await SignedInAsync(Member, "/nppo");

        var menu = page.Locator(".console-nav");
        await Expect(menu).ToBeVisibleAsync();
        await Expect(page.Locator(".console-drawer").GetByRole(AriaRole.Link, new() { Name = "Français" })).ToBeVisibleAsync();
        await ShouldFitAsync(page);
        await menu.GetByRole(AriaRole.Link, new() { Name = "Members" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Members");
    }

    [Fact]
    public async Task One_long_word_in_every_typed_field_makes_no_page_wider_than_the_screen()
    {
        var (nppo, registration) = await SeedAsync();
        List<string> wide = [];
        var member = await SignedInAsync(Member, "/nppo");
        foreach (var path in (string[])["nppo", "nppo/members", "nppo/letters", "nppo/history", "nppo/integration", "account/manage",
            "participation", "guide"])
            await MeasureAsync(member, path, wide);

        var officer = await SignedInAsync(Officer, "/hub");
        foreach (var path in (string[])
        [
            "hub", "hub/registrations", $"hub/registrations/{registration}", "hub/nppos", $"hub/nppos/{nppo}", "hub/letters",
            "hub/contact-points",
            "hub/outbox", "hub/users", "hub/problems",
        ])
            await MeasureAsync(officer, path, wide);

        var contact = await OpenAsync(console.App, OldTelephone,
            (await console.App.Mailbox.MessageAsync("long.ocp@example.org", "/contact-point/")).LinkTo("/contact-point/"));
        await MeasureAsync(contact, null, wide);
        var applicant = await OpenAsync(console.App, OldTelephone,
            (await console.App.Mailbox.MessageAsync("long.mr@example.org", "/registration/")).LinkTo("/registration/"));
        await MeasureAsync(applicant, null, wide);

        Assert.Empty(wide);
    }

    private Task<(Guid Nppo, Guid Registration)> SeedAsync() => console.App.SeedAsync(async host =>
    {
        var now = host.Time.GetUtcNow().UtcDateTime;
        if (await host.StoreAsync(
            db => Task.FromResult(db.Set<Registration>().Where(r => r.CountryCode == "MR").Select(r => r.Id)
                .FirstOrDefault())) is { } seeded && seeded != default)
            return (await host.StoreAsync(db => Task.FromResult(db.Set<Domain.Nppos.Nppo>().First(n => n.CountryCode == "GN").Id)), seeded);

        var representative = Given.Awa with { Title = "Ms", GivenName = Long, FamilyName = Long, JobTitle = Long,
            Email = "long.mr@example.org", PreferredLanguage = "en" };
        var nppo = (await host.ConfirmedNppoAsync("GN", representative with { Email = "long.gn@example.org" })).Nppo;
        var actor = await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, Member);
        await host.AddAsync(ParticipationLetter.Request(nppo, Languages.English, Long, actor, now).Value);
        await host.AppointAsync(HubRole.SecretariatOfficer, await host.AccountAsync(Officer));

        var contact = ContactPoint.Enter("MR", new ContactPointDetails(
            ContactPointKind.OfficialContactPoint, "", Long, Long, Long, Long, Long, "", "long.ocp@example.org", "en"), Actor.System, now);
        await host.AddAsync(contact);
        var organization = new OrganizationDetails(Long, Long, Long, $"https://example.org/{Long}", ExchangeSystem.NationalSystem);
        var registration = Registration.Submit("MR", organization, representative, RegistrationPolicy.Default, now);
        registration.VerifyEmail(contact, RegistrationPolicy.Default, now);
        await host.AddAsync(registration);
        return (nppo.Id, registration.Id);
    });

    private async Task<IPage> SignedInAsync(string email, string path)
    {
        var page = await OpenAsync(console.App, OldTelephone, path);
        await page.SignInAsync(email, path);
        return page;
    }

    private static async Task MeasureAsync(IPage page, string? path, List<string> wide)
    {
        if (path is not null) await page.GotoAsync(path);
        if (await WidthAsync(page) is var width && width > page.ViewportSize!.Width) wide.Add($"{page.Url}: {width}");
    }

    private static async Task ShouldFitAsync(IPage page) => Assert.InRange(await WidthAsync(page), 1, page.ViewportSize!.Width);

    /// <summary>Measured from outside the page, since a page without JavaScript cannot be asked.</summary>
    private static async Task<double> WidthAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        var metrics = await session.SendAsync("Page.getLayoutMetrics");
        return metrics!.Value.GetProperty("cssContentSize").GetProperty("width").GetDouble();
    }
}

using Ephyto.AdminConsole.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

/// <summary>Where the server keeps no drafts, the tab keeps what was typed, until it is submitted.</summary>
public sealed class RegisterWithoutDraftsTests : BrowserTests
{
    // No disk of a test has so much room: the console takes it for nearly full.
    private static readonly IReadOnlyDictionary<string, string?> LittleRoom =
        new Dictionary<string, string?>(RegisterConsole.WithoutDemo) { ["Storage:LowSpaceMegabytes"] = "1000000" };

    private ConsoleApp? _app;

    // The browser is closed first: a page whose console goes away complains, and rightly.
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_app is not null) await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_form_works_says_so_quietly_and_gives_back_what_was_typed_after_a_reload()
    {
        var app = _app = await ConsoleApp.StartAsync(LittleRoom);
        var walk = new RegisterWalk(await OpenAsync(app, path: "/register"));
        await Expect(walk.Page.Locator(".register-kept[data-state=OnlyHere]")).ToContainTextAsync("kept in this tab");
        await walk.FitsAndIsAccessibleAsync();
        await walk.InformAsync();
        await walk.Field("Organization name").FillAsync("Direction de la protection des végétaux");

        await walk.Page.ReloadAsync();

        await walk.AtAsync("Readiness");
        await Expect(walk.Field("I have informed the official contact point")).ToBeCheckedAsync();
        await walk.ContinueToAsync("Country and organization");
        await Expect(walk.Field("Organization name")).ToHaveValueAsync("Direction de la protection des végétaux");
        await walk.FillOrganizationAsync("TUN", "Tunisia");
        await walk.FillRepresentativeAsync("awa.kone@plants.example.org");
        await walk.ContinueToAsync("Review and submit");
        await walk.Submit.ClickAsync();
        await Expect(walk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/registration\\?link=[0-9a-f]+$"));

        await walk.Page.GotoAsync("/register");
        await walk.AtAsync("Readiness");
        await Expect(walk.Field("I have informed the official contact point")).Not.ToBeCheckedAsync();
    }
}

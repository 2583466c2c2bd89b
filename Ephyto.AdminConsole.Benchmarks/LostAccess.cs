using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>From the removal of a member to the sentence on the page that this member has open in a real browser.</summary>
internal static class LostAccess
{
    private const int Rounds = 20;

    public static async Task MeasureAsync(RunningConsole console)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        var nppo = await console.SomeNppoAsync();
        var (_, boss, _) = await console.AddMemberAsync(nppo, NppoRole.Administrator, "removing-boss");
        List<double> times = [];
        for (var round = 0; round < Rounds; round++) times.Add(
            await OneRoundAsync(console, browser, nppo, Actor.User(boss), $"removed-{round}"));
        Browser.Print("removal to the other person's page", times);
    }

    private static async Task<double> OneRoundAsync(RunningConsole console, IBrowser browser, Guid nppo, Actor boss, string name)
    {
        var (member, _, email) = await console.AddMemberAsync(nppo, NppoRole.Viewer, name);
        await using var context = await browser.NewContextAsync(new() { BaseURL = console.Address.AbsoluteUri, Locale = "en-GB" });
        var page = await context.NewPageAsync();
        await page.SignInAsync(email, "/nppo/members");
        await page.GetByRole(AriaRole.Table).WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.EvaluateAsync<bool>("""
            () => { new MutationObserver(() => {
                if (!window.changedAt && document.querySelector('[role=alert]')) window.changedAt = Date.now(); })
              .observe(document.body, { subtree: true, childList: true }); return true; }
            """);
        var seen = (await console.Get<ListMembers>().HandleAsync(new(nppo, email), boss, default)).Value.Members.Items
            .Single(row => row.Member.Id == member).Member;
        var pressed = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        var removed = await console.Get<RemoveMember>().HandleAsync(new(new(member, seen.Version), "Measured."), boss, default);
        if (!removed.IsSuccess) throw new InvalidOperationException(removed.Error!.Sentence);
        await page.WaitForFunctionAsync("() => window.changedAt");
        return await page.EvaluateAsync<double>("() => window.changedAt") - pressed;
    }
}

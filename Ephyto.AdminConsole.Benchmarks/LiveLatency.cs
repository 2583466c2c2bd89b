using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Benchmarks;

/// <summary>From the contact point's second press to the changed word on the applicant's open page, both in a real browser.</summary>
internal static class LiveLatency
{
    private const int Rounds = 20;

    public static async Task MeasureAsync(RunningConsole console)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Browser.LaunchAsync(playwright);
        List<double> times = [];
        foreach (var contact in await FreeContactsAsync(console)) times.Add(await OneRoundAsync(console, browser, contact));
        Browser.Print("decision to changed tracker", times);
    }

    private static async Task<double> OneRoundAsync(RunningConsole console, IBrowser browser, ContactPoint contact)
    {
        var (trackerSecret, decisionSecret) = await PrepareAsync(console, contact);
        await using var applicant = await browser.NewContextAsync(new() { BaseURL = console.Address.AbsoluteUri, Locale = "en-GB" });
        await using var decider = await browser.NewContextAsync(new() { BaseURL = console.Address.AbsoluteUri, Locale = "en-GB" });
        var tracker = await applicant.NewPageAsync();
        await tracker.GotoAsync($"/registration/{trackerSecret}", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await tracker.EvaluateAsync<bool>("""
            () => { const chip = document.querySelector('.page-header .chip'); const before = chip.textContent;
              new MutationObserver(() => { const now = document.querySelector('.page-header .chip');
                if (!window.changedAt && now && now.textContent !== before) window.changedAt = Date.now(); })
              .observe(document.body, { subtree: true, childList: true, characterData: true }); return true; }
            """);
        var page = await decider.NewPageAsync();
        await page.GotoAsync($"/contact-point/{decisionSecret}");
        await page.GotoAsync("/contact-point?step=confirm", new() { WaitUntil = WaitUntilState.NetworkIdle });
        var pressed =
            await page.EvaluateAsync<double>(
                "() => { const now = Date.now(); document.querySelector('form[method=post] button').click(); return now; }");
        await tracker.WaitForFunctionAsync("() => window.changedAt");
        return await tracker.EvaluateAsync<double>("() => window.changedAt") - pressed;
    }

    private static async Task<(string Tracker, string Decision)> PrepareAsync(RunningConsole console, ContactPoint contact)
    {
        var policy = console.Get<RegistrationPolicy>();
        var registration = Registration.Submit(
            contact.CountryCode,
            new OrganizationDetails("Plant Protection Service", "Plant Protection Service", "Capital", "", ExchangeSystem.GeNS),
            new Representative("", "Given", "Family", "Head", $"representative.{contact.CountryCode}@example.org".ToLowerInvariant(), "",
                "en"), policy, DateTime.UtcNow);
        await using var db = await console.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        db.Add(registration);
        await db.SaveChangesAsync();
        var link = await db.Set<AccessLink>().AsNoTracking()
            .SingleAsync(l => l.SubjectId == registration.Id && l.Purpose == LinkPurpose.VerifyEmail);
        var verified = await console.Get<VerifyEmail>().HandleAsync(new(link.Id), default);
        // A secret leaves the store in an e-mail only; a link made here stands for the one in the e-mail.
        var contactLink = await console.Get<LinkIssuer>().ReplaceAsync(
            db, LinkPurpose.ContactPointDecision, registration.Id, contact.Id, TimeSpan.FromHours(1), default);
        await db.SaveChangesAsync();
        return (verified.Value.Secret, contactLink.Secret);
    }

    private static async Task<List<ContactPoint>> FreeContactsAsync(RunningConsole console)
    {
        await using var db = await console.Get<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync();
        var taken = db.Set<Registration>().Select(r => r.CountryCode);
        return await db.Set<ContactPoint>().AsNoTracking()
            .Where(c => c.CurrentCountryCode != null && c.Details.Kind == ContactPointKind.OfficialContactPoint
                && !taken.Contains(c.CountryCode))
            .OrderBy(c => c.CountryCode).Take(Rounds).ToListAsync();
    }
}

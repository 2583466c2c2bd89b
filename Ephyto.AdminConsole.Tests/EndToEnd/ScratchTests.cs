using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

public sealed class ScratchTests : BrowserTests
{
    [Fact]
    public async Task Look()
    {
        var words = Words.English;
        await using var app = await ConsoleApp.StartAsync();
        await using (var db = new SqliteConsoleDbContext(new DbContextOptionsBuilder<SqliteConsoleDbContext>().UseSqlite($"Data Source={app.DataDirectory}/console.db").Options))
        {
            if (!await db.Set<Ephyto.Domain.ContactPoints.ContactPoint>().AnyAsync())
            {
                db.Add(RegistrationSample.Contact());
                await db.SaveChangesAsync();
            }
        }

        var r = new Representative(await OpenAsync(app, Visitor.English, "/"), words);
        await Shot(r.Page, "home");
        await r.RegisterAsync("cote d'iv");
        await Shot(r.Page, "tracker1");
        await r.VerifyAsync(app.Mailbox);
        await Shot(r.Page, "tracker2");
        var request = await app.Mailbox.MessageAsync("contact-point.ci@example.org");
        var c = await OpenAsync(app, Visitor.French.OnTelephone().WithoutJavaScript(), new Uri(request.LinkTo("/contact-point/")).PathAndQuery);
        await Shot(c, "ocp1");
        await c.GetByRole(AriaRole.Button, new() { Name = Words.French.Confirm }).ClickAsync();
        await Shot(c, "ocp2");
        await c.GetByRole(AriaRole.Button, new() { Name = Words.French.YesConfirm }).ClickAsync();
        await Shot(c, "ocp3");
        await Assertions.Expect(r.Page.Locator(".page-header .chip")).ToHaveTextAsync(words.ConfirmedChip);
        await Shot(r.Page, "tracker3");
        var m = await OpenAsync(app, Visitor.English, "/dev/mailbox");
        await Shot(m, "mailbox");
    }

    private static Task<byte[]> Shot(IPage page, string name) => page.ScreenshotAsync(new() { Path = $"/tmp/shots/{name}.png", FullPage = true });
}

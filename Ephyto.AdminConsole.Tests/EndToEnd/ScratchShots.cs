using Ephyto.AdminConsole.Tests.Support;
using Ephyto.AdminConsole.Features.Members.UseCases;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;
using Microsoft.Playwright;
namespace Ephyto.AdminConsole.Tests.EndToEnd;
public sealed class ScratchShots(PeopleApp console) : BrowserTests, IClassFixture<PeopleApp>
{
    [Fact]
    public async Task Shots()
    {
        Directory.CreateDirectory("/tmp/acc/shots");
        await console.App.SeedAsync(async host =>
        {
            var (nppo, _) = await host.ConfirmedNppoAsync("CI");
            var boss = await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss@example.org");
            await host.ActiveMemberAsync(nppo.Id, NppoRole.Viewer, "viewer@example.org");
            await host.Get<InviteMember>().HandleAsync(new InviteMemberRequest(nppo.Id, "koffi.nguessan@agriculture.example.org", NppoRole.Integrator, "fr"), boss, default);
            await host.Get<AskToJoin>().HandleAsync(new AskToJoinRequest("CI", new PersonDetails("", "Grace", "Wanjiru", "Inspector", ""), "grace@gmail.com", "en", "I sign certificates in Abidjan port.\nMr Kouassi knows me."), default);
            return 0;
        });
        var link = (await console.App.Mailbox.MessageAsync("awa.kouassi@example.org", "/account/activate")).LinkTo("/account/activate");
        var v = new (string, Visitor)[] { ("en-wide", Visitor.English), ("fr-phone-dark", Visitor.French.OnTelephone().InTheDark()) };
        foreach (var (name, visitor) in v)
        {
            var p = await OpenAsync(console.App, visitor, "/account/sign-in"); await Shot(p, name, "signin");
            await p.GotoAsync("/account/forgot-password"); await Shot(p, name, "forgot");
            await p.GotoAsync("/join/CI"); await Shot(p, name, "join");
            await p.GotoAsync(link); await Shot(p, name, "activate");
            await p.Locator("form[class=form] button[type=submit]").ClickAsync(); await Shot(p, name, "activate-errors");
            await p.GotoAsync("/account/sign-in?returnUrl=%2Fnppo");
            await p.Locator("#Form-Email").FillAsync("boss@example.org"); await p.Locator("#Form-Password").FillAsync(Given.Password);
            await p.Locator("form[class=form] button[type=submit]").ClickAsync(); await p.WaitForURLAsync("**/nppo"); await p.Locator(".facts").First.WaitForAsync(); await p.WaitForLoadStateAsync(LoadState.NetworkIdle); await Shot(p, name, "nppo");
            await p.GotoAsync("/nppo/members"); await p.Locator("table").WaitForAsync(); await p.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await p.Locator(".page-actions button").ClickAsync(); await p.Locator("#invite-email").FillAsync("x@gmail.com"); await Shot(p, name, "members");
            await p.Locator("article .button-primary").ClickAsync(); await p.Locator("table .button").First.ClickAsync(); await p.Locator(".mud-dialog").WaitForAsync(); await Shot(p, name, "dialog");
            await p.GotoAsync("/account/manage"); await Shot(p, name, "manage");
            await p.GotoAsync(link); await Shot(p, name, "other");
        }
    }
    private static Task<byte[]> Shot(IPage p, string name, string what) => p.ScreenshotAsync(new() { Path = $"/tmp/acc/shots/{what}-{name}.png", FullPage = true });
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>
/// The console where the real one stands: under a path, behind an nginx that ends TLS, with the configurations of <c>deploy/</c>.
/// </summary>
public sealed class BehindNginxTests : MainJob
{
    private ConsoleApp? _app;
    private NginxServer? _nginx;

    private Uri Address => _app!.PublicAddress;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_nginx is not null) await _nginx.DisposeAsync();
        if (_app is not null) await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData(NginxServer.Kept, "fr")]
    [InlineData(NginxServer.Stripped, "en")]
    public async Task The_main_job_is_done_below_a_path(string file, string language)
    {
        await StartAsync(file);

        await WalkAsync(_app!, language);
    }

    [Theory]
    [InlineData(NginxServer.Kept)]
    [InlineData(NginxServer.Stripped)]
    public async Task A_passkey_a_download_and_a_living_page_work_below_a_path(string file)
    {
        await StartAsync(file);
        await _app!.SeedAsync(async host =>
        {
            var (nppo, _) = await host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "first.sn@example.org" });
            return await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss.sn@example.org");
        });
        var page = await OpenAsync(_app!);
        var sockets = new ConcurrentQueue<string>();
        page.WebSocket += (_, socket) => sockets.Enqueue(socket.Url);
        await page.GotoAsync("nppo/members");
        await page.SignInAsync("boss.sn@example.org", "/AdminConsole/nppo/members");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "boss.sn@example.org" })).ToBeVisibleAsync();
        await Expect(page.Locator(".until-live[data-waiting]")).ToHaveCountAsync(0);
        Assert.Contains(sockets,
            socket => socket.StartsWith($"wss://localhost:{Address.Port}/AdminConsole/_blazor", StringComparison.Ordinal));
        var csv = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[download]").First.ClickAsync());
        Assert.Matches(@"^members-\d{4}-\d\d-\d\d\.csv$", csv.SuggestedFilename);
        Assert.Contains("boss.sn@example.org", await File.ReadAllTextAsync(await csv.PathAsync()), StringComparison.Ordinal);

        await page.GotoAsync("account/manage/passkeys");
        await PasskeyDevice.AddToAsync(page);
        await page.GetByLabel("Name of the passkey").FillAsync("My telephone");
        await page.GetByLabel("Your password, or a code").FillAsync(Given.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByText("The passkey is added")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Address.AbsoluteUri);
        await page.GotoAsync("account/sign-in?returnUrl=%2Fnppo%2Fmembers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(Address, "nppo/members").AbsoluteUri);
    }

    [Theory]
    [InlineData(NginxServer.Kept)]
    [InlineData(NginxServer.Stripped)]
    public async Task Outside_Development_a_browser_keeps_every_cookie_to_the_path(string file)
    {
        await StartAsync(file, "Staging", ("Hub:Environment", "Test"), ("Demo:Enabled", "true"), ("Security:RequireSecondFactor", "false"),
            ("Email:From", "console@example.org"), ("Email:Transport", "Mailbox"));
        var page = await OpenAsync(_app!, Visitor.English.WithoutJavaScript());

        // Its style sheets and scripts are not beside a console that was built and not published; the pages do without.
        await page.GotoAsync("account/sign-in?returnUrl=%2Fhub%2Fregistrations");
        await page.GetByLabel("E-mail").FillAsync("hub.administrator@example.org");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(await _app!.PasswordAtTheDeskAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/AdminConsole/hub/registrations");
        await page.GotoAsync("language/fr?returnUrl=%2Fhub%2Fregistrations");

        Assert.Equal(new Uri(Address, "hub/registrations").AbsoluteUri, page.Url);
        var cookies = await page.Context.CookiesAsync();
        Assert.Contains(cookies, cookie => cookie.Name == "__Secure-ephyto-session");
        Assert.All(cookies, cookie => Assert.True(
            cookie is { Secure: true, Path: "/AdminConsole" } && cookie.Name.StartsWith("__Secure-ephyto-", StringComparison.Ordinal),
            $"{cookie.Name} {cookie.Path}"));
    }

    [Theory]
    [InlineData(NginxServer.Kept)]
    [InlineData(NginxServer.Stripped)]
    public async Task Who_signs_out_below_a_path_leaves_nothing_in_any_tab_and_the_neighbours_everything(string file)
    {
        await StartAsync(file);
        await _app!.SeedAsync(async host =>
        {
            var (nppo, _) = await host.ConfirmedNppoAsync("SN", Given.Awa with { Email = "first.sn@example.org" });
            return await host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss.sn@example.org");
        });
        var page = await OpenAsync(_app!, path: "nppo/members");
        await page.SignInAsync("boss.sn@example.org", "/AdminConsole/nppo/members");
        await HalfWriteAsync(page);
        var (beside, away) = (await BesideAsync(page), await BesideAsync(page));
        foreach (var other in (IPage[])[beside, away])
        {
            await other.GotoAsync("nppo/members");
            await HalfWriteAsync(other);
        }

        // A tab that is with a neighbour, on the same host, hears of nothing.
        await away.GotoAsync(new Uri(_nginx!.Address, "/neighbour").AbsoluteUri);
        await away.EvaluateAsync("() => { localStorage.neighbour = 'mine'; sessionStorage.neighbour = 'mine'; }");
        await page.GotoAsync("account/manage");
        await page.WaitForFunctionAsync("() => (sessionStorage.typed ?? '').includes('half@example.org')");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(Address.AbsoluteUri);
        await ForgetAsync(page);
        await Expect(beside).ToHaveURLAsync(new Uri(Address, "account/sign-in?returnUrl=%2Fnppo%2Fmembers&done=signed-out").AbsoluteUri);
        await ForgetAsync(beside);
        await away.GotoAsync("nppo/members");
        await Expect(away.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
        await ForgetAsync(away);
        Assert.Equal("mine mine", await away.EvaluateAsync<string>("() => `${localStorage.neighbour} ${sessionStorage.neighbour}`"));
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByText("boss.sn@example.org")).ToHaveCountAsync(0);
        Assert.DoesNotContain(await page.Context.CookiesAsync(), cookie => cookie.Name is "ephyto-session" or "ephyto-left");
    }

    [Fact]
    public async Task What_the_server_itself_refuses_comes_through_in_words()
    {
        await StartAsync(NginxServer.Kept);
        using var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port, TestContext.Current.CancellationToken);
        await using var secure = new SslStream(client.GetStream(), leaveInnerStreamOpen: false,
            (_, certificate, _, _) => certificate?.Subject == "CN=localhost");
        await secure.AuthenticateAsClientAsync(Address.Host);
        await secure.WriteAsync("GET /AdminConsole/\u00e9 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray(),
            TestContext.Current.CancellationToken);
        using var answer = new MemoryStream();
        await secure.CopyToAsync(answer, TestContext.Current.CancellationToken);
        var page = WebUtility.HtmlDecode(Encoding.UTF8.GetString(answer.ToArray()));

        Assert.StartsWith("HTTP/1.1 400 ", page, StringComparison.Ordinal);
        Assert.Contains("Content-Security-Policy: ", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Cette demande n’a pas pu être comprise</h1>", page, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{Address}\">", page, StringComparison.Ordinal);
    }

    private static async Task HalfWriteAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite a colleague" }).ClickAsync();
        await page.Locator("#invite-email").FillAsync("half@example.org");
    }

    // The script of a page runs a moment after the page is there.
    private static async Task ForgetAsync(IPage page) => await page.WaitForFunctionAsync("() => sessionStorage.typed === undefined");

    private async Task StartAsync(string file, string environment = "Development", params (string Key, string Value)[] settings) =>
        _nginx = await NginxServer.StartAsync(file, async address =>
        {
            var all = settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value);
            all["Hub:TechnicalSupport"] = "technical.support@example.org";
            foreach (var (key, value) in NginxServer.SettingsBehind(address)) all[key] = value;
            _app = await ConsoleApp.StartAsync(all, environment);
            return _app.BaseAddress;
        });
}

using System.Net;
using System.Security.Claims;
using Bunit;
using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Components.Account;

/// <summary>Who may do the most needs a second factor before anything else.</summary>
public sealed class RequiredSecondFactorTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const string Email = "boss@example.org";
    private const string SetUp = "/account/manage/second-factor";

    private protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Security:RequireSecondFactor"] = "true" };

    [Fact]
    public async Task An_administrator_is_led_to_the_set_up_and_then_on()
    {
        using var client = await BossAsync();
        Assert.Equal($"{SetUp}?returnUrl=%2Fnppo%2Fmembers", await LocationAsync(client, "/nppo/members"));
        foreach (var open in new[] { "/account/manage", "/account/manage/profile", SetUp, "/", "/guide" })
            Assert.Null(await LocationAsync(client, open));
        Assert.Contains("Your role asks for a second factor", await client.GetStringAsync(new Uri(SetUp, UriKind.Relative)),
            StringComparison.Ordinal);
        Assert.Equal("/guide", await LocationAsync(client, "/language/fr?returnUrl=%2Fguide"));

        await Host.SetUpAuthenticatorAsync(client);

        Assert.Null(await LocationAsync(client, "/nppo/members"));
    }

    [Fact]
    public async Task Every_role_in_the_hub_needs_one_and_other_members_do_not()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        await Host.ActiveMemberAsync(nppo.Id, NppoRole.Integrator, "integrator@example.org");
        using var integrator = await Host.SignedInAsync("integrator@example.org");
        Assert.Null(await LocationAsync(integrator, "/nppo"));
        foreach (var role in Enum.GetValues<HubRole>())
        {
            var account = await Host.AccountAsync($"{role}@example.org".ToLowerInvariant());
            await Host.AppointAsync(role, account);
            using var client = await Host.SignedInAsync(account.Email!);
            Assert.StartsWith(SetUp, await LocationAsync(client, "/hub"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_needs_it_does_not_turn_it_off()
    {
        using var client = await BossAsync();
        await Host.SetUpAuthenticatorAsync(client);

        using var refused = await client.SendFormAsync(SetUp, "change", ("Form.Act", "off"), ("Form.Proof", Given.Password));

        Assert.Contains("Your role asks for a second factor, and you have no other one", await refused.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        Assert.True(await Host.StoreAsync(db => db.Users.Where(u => u.Email == Email).Select(u => u.TwoFactorEnabled).SingleAsync()));
    }

    [Fact]
    public async Task Signing_out_stays_possible()
    {
        using var client = await BossAsync();

        using var signedOut = await client.SignOutAsync();

        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        Assert.False(await client.IsSignedInAsync());
    }

    [Fact]
    public async Task Inside_a_circuit_the_layout_shows_nothing_and_leads_to_the_set_up()
    {
        using var reader = new BunitContext();
        var boss = reader.AddAuthorization();
        boss.SetAuthorized("Boss").SetClaims(new Claim(ConsoleClaims.SecondFactorMissing, "true"));
        reader.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var navigation = reader.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/nppo/members?page=2");

        var barrier = reader.Render<Microsoft.AspNetCore.Components.Authorization.CascadingAuthenticationState>(
            state => state.AddChildContent<SecondFactorBarrier>(inner => inner.AddChildContent("<p>the members</p>")));

        Assert.DoesNotContain("the members", barrier.Markup, StringComparison.Ordinal);
        Assert.EndsWith($"{SetUp}?returnUrl=%2Fnppo%2Fmembers%3Fpage%3D2", $"/{barrier.Find("a[data-leads-on]").GetAttribute("href")}",
            StringComparison.Ordinal);
        boss.SetClaims();
        Assert.Contains("the members", reader.Render<Microsoft.AspNetCore.Components.Authorization.CascadingAuthenticationState>(
            state => state.AddChildContent<SecondFactorBarrier>(inner => inner.AddChildContent("<p>the members</p>"))).Markup,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_circuit_knows_it_as_the_cookie_does()
    {
        (await BossAsync()).Dispose();
        var user = await Host.StoreAsync(db => db.Users.SingleAsync(u => u.Email == Email));

        var principal =
            await Host.CallAsync<IUserClaimsPrincipalFactory<Ephyto.AdminConsole.Data.Identity.ConsoleUser>, ClaimsPrincipal>(
                factory => factory.CreateAsync(user));

        Assert.True(principal.LacksSecondFactor());
    }

    [Theory]
    [InlineData("Development", null, false)]
    [InlineData("Production", null, true)]
    [InlineData("Production", "false", false)]
    public void It_is_required_outside_development_unless_it_is_set(string environment, string? setting, bool required)
    {
        var services = new ServiceCollection();
        services.AddSingleton<Microsoft.Extensions.Hosting.IHostEnvironment>(
            new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = environment });
        services.AddSecurityOptions(
            new Microsoft.Extensions.Configuration.ConfigurationManager { ["Security:RequireSecondFactor"] = setting });

        Assert.Equal(required, services.BuildServiceProvider().GetRequiredService<IOptions<SecurityOptions>>().Value.RequireSecondFactor);
    }

    private async Task<HttpClient> BossAsync()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, Email);
        return await Host.SignedInAsync(Email);
    }

    private static async Task<string?> LocationAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.Headers.Location?.OriginalString;
    }
}

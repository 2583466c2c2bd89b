using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Forms;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Components.Shared;

/// <summary>
/// How a page is led to another one, also where its browser has gone: there, a call into it would fail a minute later, aloud.
/// </summary>
public sealed class LeadOnTests : ShellContext
{
    private BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    [Fact]
    public void In_a_circuit_it_is_a_link_that_waits_for_its_browser()
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));

        var link = Render<LeadOn>(lead => lead.Add(l => l.Address, "account/sign-in")).Find("a[data-leads-on]");

        Assert.Equal("account/sign-in", link.GetAttribute("href"));
        Assert.True(link.HasAttribute("hidden"));
        Assert.Empty(Navigation.History);
    }

    [Fact]
    public void A_page_that_is_only_sent_leads_on_by_its_answer()
    {
        SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        var lead = Render<LeadOn>(parameters => parameters.Add(l => l.Address, "account/sign-in"));

        Assert.Empty(lead.Markup.Trim());
        Assert.Equal("account/sign-in", Assert.Single(Navigation.History).Uri);
    }

    [Fact]
    public void Whose_session_was_ended_elsewhere_is_led_away_without_a_call_into_the_browser()
    {
        var news = new AccessNews { ShownTo = Guid.NewGuid() };
        news.NoteOver(SessionOver.Of(SessionEnd.EndedElsewhere));
        Services.AddSingleton(news);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));

        var route = Render<RefusedRoute>(parameters => parameters.Add(r => r.User, new ClaimsPrincipal(new ClaimsIdentity())));

        var address = route.Find("a[data-leads-on]").GetAttribute("href")!;
        Assert.StartsWith(ShownFormGuard.ProblemPath, address, StringComparison.Ordinal);
        Assert.EndsWith("&done=ended-elsewhere", address, StringComparison.Ordinal);
        Assert.Empty(Navigation.History);
    }

    [Fact]
    public void A_page_of_somebody_else_shows_nothing_and_leads_away()
    {
        var reader = this.AddAuthorization();
        reader.SetAuthorized("First").SetClaims(new Claim(ClaimTypes.NameIdentifier, Guid.NewGuid().ToString()));
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var page = Render<Microsoft.AspNetCore.Components.Authorization.CascadingAuthenticationState>(
            state => state.AddChildContent<SamePerson>(same => same.AddChildContent("<p>the members</p>")));
        Assert.Contains("the members", page.Markup, StringComparison.Ordinal);

        reader.SetAuthorized("Second").SetClaims(new Claim(ClaimTypes.NameIdentifier, Guid.NewGuid().ToString()));

        page.WaitForAssertion(
            () => Assert.StartsWith(ShownFormGuard.ProblemPath, page.Find("a[data-leads-on]").GetAttribute("href")!,
                StringComparison.Ordinal));
        Assert.DoesNotContain("the members", page.Markup, StringComparison.Ordinal);
        Assert.Empty(Navigation.History);
    }
}

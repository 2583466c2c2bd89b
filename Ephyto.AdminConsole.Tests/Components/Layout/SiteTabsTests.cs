using Bunit;
using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Components.Layout;

public sealed class SiteTabsTests : ShellContext
{
    [Fact]
    public void A_visitor_finds_the_four_tabs()
    {
        AddAuthorization();

        Assert.Equal(["Guide to joining", "Register NPPO", "Participating countries", "Sign in"], Tabs());
    }

    [Fact]
    public void The_tabs_read_French()
    {
        AddAuthorization();
        ReadIn("fr");

        Assert.Equal(["Guide d’adhésion", "Inscrire une ONPV", "Pays participants", "Se connecter"], Tabs());
    }

    [Fact]
    public void Who_is_signed_in_finds_the_way_to_the_own_area_and_out()
    {
        Services.AddSingleton<INavigationContributor, Entries>();
        AddAuthorization().SetAuthorized("Aya");
        var tabs = Render<SiteTabs>();

        Assert.Equal("nppo", tabs.Find(".site-tabs-end a").GetAttribute("href"));
        var form = tabs.Find("form");
        Assert.Equal("post", form.GetAttribute("method"));
        Assert.Equal("account/sign-out", form.GetAttribute("action"));
    }

    private IEnumerable<string> Tabs() => Render<SiteTabs>().FindAll("li").Select(tab => tab.TextContent.Trim());

    private sealed class Entries : INavigationContributor
    {
        public IEnumerable<NavigationItem> Items => [new("nppo", () => "Organization", IconKind.Building, 100, _ => true)];
    }
}

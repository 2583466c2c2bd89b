using System.Security.Claims;
using Bunit;
using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Components.Layout;

public sealed class ConsoleMenuTests : ShellContext
{
    public ConsoleMenuTests()
    {
        Services.AddSingleton<INavigationContributor, HubEntries>();
        Services.AddSingleton<INavigationContributor, OwnEntries>();
    }

    [Fact]
    public void The_entries_of_all_slices_stand_in_order_under_the_heading_of_the_hub()
    {
        AddAuthorization().SetAuthorized("Aya").SetRoles("hub");
        var menu = Render<ConsoleMenu>();

        Assert.Equal(["nppo", "nppo/members", "hub/registrations"],
            menu.FindAll(".console-nav a").Select(link => link.GetAttribute("href")));
        Assert.Equal(["Hub"], menu.FindAll(".console-nav-group").Select(group => group.TextContent));
    }

    [Fact]
    public void Nobody_sees_an_entry_without_the_right_to_it()
    {
        AddAuthorization().SetAuthorized("Aya");

        Assert.Equal(["nppo", "nppo/members"], Render<ConsoleMenu>().FindAll(".console-nav a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void A_visitor_sees_none()
    {
        AddAuthorization();

        Assert.Empty(Render<ConsoleMenu>().FindAll("a"));
    }

    private sealed class HubEntries : INavigationContributor
    {
        public IEnumerable<NavigationItem> Items =>
            [new("hub/registrations", () => "Registrations", IconKind.Flag, 200, user => user.IsInRole("hub")) { IsOfHub = true }];
    }

    private sealed class OwnEntries : INavigationContributor
    {
        public IEnumerable<NavigationItem> Items =>
        [
            new("nppo/members", () => "Members", IconKind.People, 110, Anyone),
            new("nppo", () => "Organization", IconKind.Building, 100, Anyone) { ExactMatch = true },
        ];

        private static bool Anyone(ClaimsPrincipal user) => true;
    }
}

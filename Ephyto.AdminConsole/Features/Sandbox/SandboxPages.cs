using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Sandbox.Traffic;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.Components;
using Ephyto.AdminConsole.Features.Sandbox.Traffic.Pages;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Sandbox;

/// <summary>What people see of the sandbox in the browser.</summary>
internal static class SandboxPages
{
    public static IServiceCollection AddSandboxPages(this IServiceCollection services) => services
        .AddSingleton<SandboxPlace>()
        .AddColumns<CallColumns>()
        .AddColumns<EnvelopeColumns>()
        .AddSingleton<INavigationContributor, SandboxNavigation>();

    public static IEndpointRouteBuilder MapSandboxPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTrafficFiles();
        return endpoints;
    }
}

/// <summary>No entry leads to a sandbox that is not there.</summary>
internal sealed class SandboxNavigation(SandboxPlace place, IStringLocalizer<TrafficText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items => !place.IsOn ? [] :
    [
        new("nppo/sandbox", () => text["Menu"], IconKind.Flask, 135, user => user.Memberships().Count > 0),
        NavigationItem.OfHub("hub/sandbox", () => text["Menu"], IconKind.Flask, 245),
    ];
}

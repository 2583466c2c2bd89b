using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Hub.FirstAdministrator;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Hub;

/// <summary>The desk of UNICC and the IPPC Secretariat, what is wrong with the installation, and its first administrator.</summary>
internal static class HubModule
{
    public static IServiceCollection AddHub(this IServiceCollection services)
    {
        services.TryAddSingleton(RegistrationPolicy.Default);
        return services
            .AddFirstAdministrator()
            .AddSingleton<INavigationContributor, HubNavigation>();
    }

    public static IEndpointRouteBuilder MapHub(this IEndpointRouteBuilder endpoints) => endpoints.MapFirstAdministrator();
}

internal sealed class HubNavigation(IStringLocalizer<HubText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
    [
        NavigationItem.OfHub("hub", () => text["DeskMenu"], IconKind.Flag, 200) with { ExactMatch = true },
        NavigationItem.OfHub("hub/problems", () => text["ProblemsMenu"], IconKind.Warning, 290),
    ];
}

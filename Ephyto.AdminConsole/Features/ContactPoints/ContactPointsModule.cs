using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.ContactPoints.Components;
using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Features.ContactPoints.Pages;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.ContactPoints;

/// <summary>The Secretariat's directory of contact points.</summary>
internal static class ContactPointsModule
{
    public static IServiceCollection AddContactPoints(this IServiceCollection services) => services
        .AddSingleton<DirectoryCsvReader>()
        .AddColumns<ContactPointColumns>()
        .AddSingleton<INavigationContributor, ContactPointsNavigation>();

    public static IEndpointRouteBuilder MapContactPoints(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapContactPointFiles();
        return endpoints;
    }
}

internal sealed class ContactPointsNavigation(IStringLocalizer<ContactPointText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
    [
        NavigationItem.OfHub("hub/contact-points", () => text["Menu"], IconKind.Telephone, 220),
    ];
}

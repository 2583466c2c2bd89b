using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Outbox.Components;
using Ephyto.AdminConsole.Features.Outbox.Pages;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Outbox;

/// <summary>The e-mails of the console, before the eyes of the hub's officers.</summary>
internal static class OutboxModule
{
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddColumns<EmailColumns>()
        .AddSingleton<INavigationContributor, OutboxNavigation>();

    public static IEndpointRouteBuilder MapOutbox(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOutboxFile();
        return endpoints;
    }
}

internal sealed class OutboxNavigation(IStringLocalizer<OutboxText> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
    [
        NavigationItem.OfHub("hub/outbox", () => text["Menu"], IconKind.Email, 260),
    ];
}

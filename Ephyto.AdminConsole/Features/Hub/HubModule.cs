using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Hub.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Hub;

/// <summary>The desk of UNICC and the IPPC Secretariat.</summary>
internal static class HubModule
{
    public static IServiceCollection AddHub(this IServiceCollection services)
    {
        services.TryAddSingleton(RegistrationPolicy.Default);
        return services
            .AddSingleton<ViewDesk>().AddSingleton<ListRegistrations>().AddSingleton<ViewRegistrationFile>()
            .AddSingleton<SecretariatAct>().AddSingleton<ConfirmOnEvidence>().AddSingleton<DeclineEscalated>().AddSingleton<AskContactPointAgain>()
            .AddSingleton<INavigationContributor, HubNavigation>();
    }
}

internal sealed class HubNavigation(IStringLocalizer<HubTexts> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
    [
        Item("/hub", "DeskMenu", IconKind.Flag, 200) with { ExactMatch = true },
        Item("/hub/registrations", "RegistrationsMenu", IconKind.Document, 210),
    ];

    private NavigationItem Item(string href, string label, IconKind icon, int order) =>
        new(href, () => text[label], icon, order, user => user.HasClaim(claim => claim.Type == ConsoleClaims.HubRole)) { Group = () => text["MenuGroup"] };
}

using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Hub.Components;
using Ephyto.AdminConsole.Features.Hub.Emails;
using Ephyto.AdminConsole.Features.Hub.Pages;
using Ephyto.AdminConsole.Features.Hub.Reactions;
using Ephyto.AdminConsole.Features.Hub.UseCases;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Hub;

/// <summary>The desk of UNICC and the IPPC Secretariat.</summary>
internal static class HubModule
{
    public static IEndpointRouteBuilder MapHub(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRegistrationFiles();
        endpoints.MapNppoFiles();
        return endpoints;
    }

    public static IServiceCollection AddHub(this IServiceCollection services)
    {
        services.TryAddSingleton(RegistrationPolicy.Default);
        return services
            .AddSingleton<ViewDesk>().AddSingleton<ReadNeeds>().AddSingleton<ReadToday>().AddSingleton<ReadFigures>()
            .AddSingleton<ProblemFinder>().AddSingleton<ListProblems>()
            .AddSingleton<RegistrationFilter>().AddSingleton<ListRegistrations>().AddSingleton<ExportRegistrations>().AddSingleton<ViewRegistrationFile>()
            .AddSingleton<WriteNote>().AddSingleton<FetchEvidence>()
            .AddSingleton<EvidenceInspector>().AddSingleton<SecretariatAct>().AddSingleton<ConfirmOnEvidence>().AddSingleton<DeclineEscalated>().AddSingleton<AskContactPointAgain>()
            .AddSingleton<NppoAct>().AddSingleton<NppoFilter>().AddSingleton<ListNppos>().AddSingleton<ExportNppos>().AddSingleton<ViewNppoFile>()
            .AddSingleton<SuspendNppo>().AddSingleton<ReactivateNppo>().AddSingleton<CloseNppo>().AddSingleton<NppoActs>()
            .AddSingleton<NppoMails>()
            .AddDomainEventHandler<NppoSuspended, TellAdministratorsOfNppo>().AddDomainEventHandler<NppoReactivated, TellAdministratorsOfNppo>()
            .AddDomainEventHandler<NppoClosed, TellAdministratorsOfNppo>()
            .AddSingleton<INavigationContributor, HubNavigation>();
    }
}

internal sealed class HubNavigation(IStringLocalizer<HubTexts> text) : INavigationContributor
{
    public IEnumerable<NavigationItem> Items =>
    [
        Item("hub", "DeskMenu", IconKind.Flag, 200) with { ExactMatch = true },
        Item("hub/registrations", "RegistrationsMenu", IconKind.Document, 210),
        Item("hub/nppos", "NpposMenu", IconKind.Building, 230),
        Item("hub/problems", "ProblemsMenu", IconKind.Warning, 290),
    ];

    private NavigationItem Item(string href, string label, IconKind icon, int order) =>
        new(href, () => text[label], icon, order, user => user.HasClaim(claim => claim.Type == ConsoleClaims.HubRole)) { Group = () => text["MenuGroup"] };
}

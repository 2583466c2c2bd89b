using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Integration.Components;
using Ephyto.AdminConsole.Features.Integration.Emails;
using Ephyto.AdminConsole.Features.Integration.Pages;
using Ephyto.AdminConsole.Features.Integration.Reactions;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Integration;

/// <summary>From the confirmation to live exchange: the steps, what the hub says of them, and the connection itself.</summary>
internal static class IntegrationModule
{
    public static IServiceCollection AddIntegration(this IServiceCollection services) => services
        .AddColumns<ProgressColumns>()
        .AddSingleton<IIntegrationEvidence, ConnectionEvidence>()
        .AddSingleton<IIntegrationEvidence, NamedSystemEvidence>()
        .AddSingleton<IntegrationEmails>().AddEmailKinds(IntegrationEmails.Kinds)
        .AddSingleton<IntegrationPanels>()
        .AddSingleton<INavigationContributor, IntegrationNavigation>()
        .AddDomainEventHandler<IntegrationStepSentBack, TellOrganization>()
        .AddDomainEventHandler<IntegrationAnswerTakenBack, TellOrganization>()
        .AddDomainEventHandler<NppoTestingStarted, TellOrganization>()
        .AddDomainEventHandler<NppoWentLive, TellOrganization>()
        .AddDomainEventHandler<NppoSystemChanged, TellHubOfSystem>();

    public static IEndpointRouteBuilder MapIntegration(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapIntegrationFile();
        return endpoints;
    }
}

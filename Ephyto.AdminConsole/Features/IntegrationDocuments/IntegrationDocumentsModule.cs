using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Components;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Emails;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Inspection;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Library;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Pages;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Reactions;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Integration;
using Ephyto.Domain.IntegrationDocuments;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments;

/// <summary>The documents needed for integration: the hub keeps the library, members read it.</summary>
internal static class IntegrationDocumentsModule
{
    public static IServiceCollection AddIntegrationDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DocumentsOptions>().Bind(configuration.GetSection(DocumentsOptions.Section)).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<MarkdownCheck>().AddSingleton<DocumentInspector>().AddSingleton<DocumentFiles>()
            .AddSingleton<DocumentEmails>().AddEmailKinds(DocumentEmails.Kinds).AddSingleton<ShippedLibrary>();
        services
            .AddColumns<LibraryColumns>()
            .AddColumns<DocumentColumns>();
        return services
            .AddSingleton<IStoreCompletion>(provider => provider.GetRequiredService<ShippedLibrary>())
            .AddSingleton<INavigationContributor, DocumentsNavigation>()
            .AddSingleton<IIntegrationEvidence, ReadingEvidence>()
            .AddDomainEventHandler<DocumentPublished, TellHolders>();
    }

    public static IEndpointRouteBuilder MapIntegrationDocuments(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapDocumentFiles();
        return endpoints;
    }
}

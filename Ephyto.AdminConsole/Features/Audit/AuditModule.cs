using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Audit.Components;
using Ephyto.AdminConsole.Features.Audit.Pages;

namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>What the audit trail tells its readers: all of it to the hub, their part of it to organizations.</summary>
internal static class AuditModule
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<AuditExport>().AddSingleton<AuditSentences>().AddSingleton<AuditCsv>()
        .AddColumns<AuditColumns>(ServiceLifetime.Scoped)
        .AddSingleton<INavigationContributor, HistoryNavigation>().AddSingleton<INavigationContributor, AuditNavigation>();

    public static void MapAudit(this IEndpointRouteBuilder endpoints) => endpoints.MapAuditFiles();
}

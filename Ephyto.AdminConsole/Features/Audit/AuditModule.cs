using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Features.Audit.Pages;

namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>What the audit trail tells its readers: all of it to the hub, their part of it to organisations.</summary>
internal static class AuditModule
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<AuditExport>().AddSingleton<AuditSentences>().AddSingleton<AuditSheet>()
        .AddSingleton<INavigationContributor, HistoryNavigation>().AddSingleton<INavigationContributor, AuditNavigation>();

    public static void MapAudit(this IEndpointRouteBuilder endpoints) => endpoints.MapAuditFiles();
}

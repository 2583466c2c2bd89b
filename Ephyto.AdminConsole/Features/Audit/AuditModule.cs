using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Features.Audit.Pages;
using Ephyto.AdminConsole.Features.Audit.UseCases;

namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>What the audit trail tells its readers: all of it to the hub, their part of it to organisations.</summary>
internal static class AuditModule
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<ListHistory>().AddSingleton<ExportHistory>()
        .AddSingleton<ListAudit>().AddSingleton<ViewAuditEntry>().AddSingleton<FindPeople>()
        .AddSingleton<ExportAudit>().AddSingleton<ExportAuditHead>().AddSingleton<VerifyAudit>()
        .AddSingleton<AuditExport>().AddSingleton<AuditSentences>().AddSingleton<AuditSheet>()
        .AddSingleton<INavigationContributor, HistoryNavigation>().AddSingleton<INavigationContributor, AuditNavigation>();

    public static void MapAudit(this IEndpointRouteBuilder endpoints) => endpoints.MapAuditFiles();
}

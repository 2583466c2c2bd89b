using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Audit.Components;
using Ephyto.AdminConsole.Features.Audit.Pages;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>What the audit trail tells its readers: all of it to the hub, their part of it to organisations.</summary>
internal static class AuditModule
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<AuditExport>().AddSingleton<AuditSentences>().AddSingleton<AuditSheet>()
        .AddScoped(made => new AuditColumns(
            made.GetRequiredService<AuditSentences>(), made.GetRequiredService<IStringLocalizer<AuditText>>(),
            made.GetRequiredService<ReaderTimeZone>()))
        .AddSingleton<INavigationContributor, HistoryNavigation>().AddSingleton<INavigationContributor, AuditNavigation>();

    public static void MapAudit(this IEndpointRouteBuilder endpoints) => endpoints.MapAuditFiles();
}

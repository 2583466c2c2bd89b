using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Features.Audit.UseCases;

namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>What the audit trail tells its readers.</summary>
internal static class AuditModule
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<ListHistory>()
        .AddSingleton<INavigationContributor, HistoryNavigation>();
}

using Ephyto.AdminConsole.Data;

namespace Ephyto.AdminConsole.Platform.Auditing;

internal static class AuditingModule
{
    public static IServiceCollection AddAuditing(this IServiceCollection services) => services
        .AddSingleton<AuditVerification>()
        .AddSingleton<LatestActs>()
        .AddSingleton<IStoreCompletion, AuditSubjectsOfOldEntries>();
}

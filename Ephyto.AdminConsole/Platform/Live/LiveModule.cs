using Ephyto.AdminConsole.Data;

namespace Ephyto.AdminConsole.Platform.Live;

internal static class LiveModule
{
    public static IServiceCollection AddLive(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ILiveEvents, LiveEvents>();
        if (configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>()?.Provider != DatabaseProvider.PostgreSql)
            return services.AddSingleton<ILiveBroadcast, LocalBroadcast>();

        services.AddSingleton<PostgresBroadcast>();
        services.AddSingleton<ILiveBroadcast>(sp => sp.GetRequiredService<PostgresBroadcast>());
        return services.AddHostedService(sp => sp.GetRequiredService<PostgresBroadcast>());
    }
}

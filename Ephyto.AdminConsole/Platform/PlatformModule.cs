using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Email;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Observability;
using Ephyto.AdminConsole.Platform.Security;

namespace Ephyto.AdminConsole.Platform;

internal static class PlatformModule
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration, IWebHostEnvironment environment) =>
        services
            .AddSingleton<CountryCatalogue>()
            .AddPersistedDataProtection(configuration)
            .AddEvents()
            .AddAuditing()
            .AddLive(configuration)
            .AddLinks()
            .AddHealth()
            .AddRateLimits(configuration)
            .AddEmail(configuration)
            .AddConsoleIdentity(configuration, environment);

    public static void MapPlatform(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealth();
        endpoints.MapEmail();
        endpoints.MapLinkRenewal();
    }
}

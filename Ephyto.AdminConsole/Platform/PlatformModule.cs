using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Observability;
using Ephyto.AdminConsole.Platform.Rendering;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Platform.Start;
using Ephyto.AdminConsole.Platform.Storage;
using Ephyto.AdminConsole.Platform.Time;
using Ephyto.AdminConsole.Platform.Uploads;

namespace Ephyto.AdminConsole.Platform;

internal static class PlatformModule
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton<CountryCatalogue>().AddSingleton<MadeOnce>().AddSingleton<ReaderProcess>().AddSingleton<PdfCheck>()
            .AddClocksOfTheStore()
            .AddPersistedDataProtection(configuration)
            .AddKnownProxies()
            .AddEvents()
            .AddAuditing()
            .AddLive(configuration)
            .AddLinks()
            .AddHealth()
            .AddStorage()
            .AddConsoleStart()
            .AddRateLimits(configuration)
            .AddEmail(configuration);

    public static void MapPlatform(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealth();
        endpoints.MapEmail();
        endpoints.MapLinkRenewal();
    }

    /// <summary>
    /// During an upgrade a node of an earlier console may go on beside this one and change names, or forget them, and no words with
    /// them: now and again the words follow.
    /// </summary>
    private static IServiceCollection AddClocksOfTheStore(this IServiceCollection services) =>
        services.AddClock<SearchWordsOfOldRows>(TimeSpan.FromMinutes(5), (words, ct) => words.FollowAsync(ct));
}

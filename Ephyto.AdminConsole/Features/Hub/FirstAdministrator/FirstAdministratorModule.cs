using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Features.Hub.FirstAdministrator;

/// <summary>How a hub that nobody administers gets its first administrator.</summary>
internal static class FirstAdministratorModule
{
    /// <summary>Where the link leads that the console prints when it starts.</summary>
    public const string Path = "account/set-up";

    public static IServiceCollection AddFirstAdministrator(this IServiceCollection services) =>
        services.AddHostedService<HubSetup>();

    public static IEndpointRouteBuilder MapFirstAdministrator(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapLink(LinkPurpose.HubSetup, Path);
        return endpoints;
    }
}

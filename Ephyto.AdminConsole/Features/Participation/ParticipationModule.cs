using Ephyto.AdminConsole.Features.Participation.Api;
using Ephyto.AdminConsole.Platform.Refusals;
using Ephyto.AdminConsole.Platform.Security;

namespace Ephyto.AdminConsole.Features.Participation;

internal static class ParticipationModule
{
    public static IServiceCollection AddParticipation(this IServiceCollection services) => services
        .AddOpenApi("v1", ParticipationDescription.Describe)
        .AddSingleton<ParticipationFeed>();

    public static void MapParticipation(this IEndpointRouteBuilder endpoints) 
    {
        endpoints.MapParticipationApi();
        endpoints.MapOpenApi("/openapi/{documentName}.json").WithMetadata(new ForProgramsAttribute()).AllowAnonymous().AlsoWithoutBody();
    }
}

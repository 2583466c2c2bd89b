using Ephyto.AdminConsole.Features.Participation.Api;
using Ephyto.AdminConsole.Features.Participation.UseCases;

namespace Ephyto.AdminConsole.Features.Participation;

internal static class ParticipationModule
{
    public static IServiceCollection AddParticipation(this IServiceCollection services) => services
        .AddOpenApi("v1", options => options.ShouldInclude = described => described.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true)
        .AddSingleton<ListParticipation>().AddSingleton<CountOverTime>().AddSingleton<ParticipationFeed>();

    public static void MapParticipation(this IEndpointRouteBuilder endpoints) 
    {
        endpoints.MapParticipationApi();
        endpoints.MapOpenApi("/openapi/{documentName}.json");
    }
}

using Ephyto.AdminConsole.Features.Participation.UseCases;

namespace Ephyto.AdminConsole.Features.Participation;

internal static class ParticipationModule
{
    public static IServiceCollection AddParticipation(this IServiceCollection services) => services.AddSingleton<ListParticipation>();
}

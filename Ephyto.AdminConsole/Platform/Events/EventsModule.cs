using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Ephyto.AdminConsole.Platform.Events;

internal static class EventsModule
{
    public static IServiceCollection AddEvents(this IServiceCollection services) =>
        services.AddSingleton<IInterceptor, DomainEventPipeline>();
}

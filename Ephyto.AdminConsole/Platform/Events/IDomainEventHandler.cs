using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Platform.Events;

/// <summary>
/// What a slice adds to the save that causes an event: e-mails, links, its own aggregates. It only changes
/// the given context; it never saves, sends or publishes. An exception refuses the whole save. While it runs, the context
/// does not look for changes by itself: what is new is added to it, and the states of its entries are those of the beginning.
/// </summary>
internal interface IDomainEventHandler<in TEvent>
    where TEvent : DomainEvent
{
    Task HandleAsync(TEvent happened, ConsoleDbContext db, CancellationToken ct);
}

/// <summary>One handler as the pipeline finds it.</summary>
internal sealed record DomainEventSubscription(
    Type EventType, Func<IServiceProvider, DomainEvent, ConsoleDbContext, CancellationToken, Task> HandleAsync);

internal static class DomainEventHandlerRegistration
{
    /// <typeparam name="TEvent">The event, or a base of several.</typeparam>
    public static IServiceCollection AddDomainEventHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : DomainEvent
        where THandler : class, IDomainEventHandler<TEvent>
    {
        services.AddScoped<THandler>();
        return services.AddSingleton(new DomainEventSubscription(
            typeof(TEvent), (sp, happened, db, ct) => sp.GetRequiredService<THandler>().HandleAsync((TEvent)happened, db, ct)));
    }
}

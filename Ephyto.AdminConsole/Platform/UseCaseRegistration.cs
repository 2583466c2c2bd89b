using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ephyto.AdminConsole.Platform;

/// <summary>What stands in the folders <c>UseCases</c> is a service by that alone.</summary>
internal static class UseCaseRegistration
{
    /// <summary>
    /// Registers every use case of the console, and what they share, that no module has registered in a way of its own. Comes after the
    /// modules: a use case lives as long as what it is given, once in the console, or in a scope where something of it does. At the
    /// start this takes some seven milliseconds; the types of the console are read by then or soon after anyway, for its tables.
    /// </summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services) =>
        services.AddUseCases(typeof(UseCaseRegistration).Assembly.GetTypes().Where(IsUseCase));

    internal static IServiceCollection AddUseCases(this IServiceCollection services, IEnumerable<Type> useCases)
    {
        Lifetimes lifetimes = new(services);
        var missing = useCases.Where(type => !lifetimes.Knows(type)).ToHashSet();
        foreach (var type in missing) services.Add(new(type, type, lifetimes.Of(type, missing)));
        return services;
    }

    /// <summary>Neither the requests and views that stand beside the use cases, nor what is static.</summary>
    internal static bool IsUseCase(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsNested: false, Namespace: { } name }
            && name.EndsWith(".UseCases", StringComparison.Ordinal)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.GetMethod("<Clone>$") is null;

    private sealed class Lifetimes
    {
        private readonly Dictionary<Type, ServiceLifetime> _known = [];

        public Lifetimes(IServiceCollection services)
        {
            foreach (var service in services.Where(service => !service.IsKeyedService))
            {
                // Of several services of a type the shortest life counts: they are given together.
                if (!_known.TryGetValue(service.ServiceType, out var known) || known == ServiceLifetime.Singleton)
                    _known[service.ServiceType] = service.Lifetime;
            }
        }

        public bool Knows(Type type) => _known.ContainsKey(type);

        public ServiceLifetime Of(Type type, HashSet<Type> missing)
        {
            if (_known.TryGetValue(type, out var known)) return known;
            if (!missing.Contains(type)) return Of(type);
            var needs = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public)
                .SelectMany(constructor => constructor.GetParameters());
            return _known[type] = needs.Any(need => Of(need.ParameterType, missing) == ServiceLifetime.Scoped)
                ? ServiceLifetime.Scoped : ServiceLifetime.Singleton;
        }

        // Of a generic service the registration may be open; a list of services lives as they do.
        private ServiceLifetime Of(Type type) =>
            type is not { IsConstructedGenericType: true } ? ServiceLifetime.Singleton
            : type.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? _known.GetValueOrDefault(type.GenericTypeArguments[0])
            : _known.GetValueOrDefault(type.GetGenericTypeDefinition());
    }
}

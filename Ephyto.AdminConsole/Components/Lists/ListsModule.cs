using System.Reflection;

namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>What lists of the signed-in console share.</summary>
internal static class ListsModule
{
    public static IServiceCollection AddLists(this IServiceCollection services) => services
        .AddSingleton<SavedViewUse>();

    /// <summary>
    /// Columns are classes of <c>.razor</c> files, which are public, and are given what is not: their constructor cannot be.
    /// </summary>
    public static IServiceCollection AddColumns<TColumns>(
        this IServiceCollection services, ServiceLifetime lifetime = ServiceLifetime.Singleton)
        where TColumns : class
    {
        var made = typeof(TColumns).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).Single();
        services.Add(new(typeof(TColumns), given => made.Invoke([.. made.GetParameters().Select(parameter =>
            parameter.HasDefaultValue ? parameter.DefaultValue : given.GetRequiredService(parameter.ParameterType))]), lifetime));
        return services;
    }
}

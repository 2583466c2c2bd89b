using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Tests.Architecture;

internal static class CodeRules
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private static readonly string[] Mechanisms = ["LiveBoard", "AccountPage"];

    public static IEnumerable<string> OpenSetters(IEnumerable<Type> types) =>
        from type in types
        where Bases(type).Skip(1).Any(ancestor => ancestor.Name == "AggregateRoot")
        from property in type.GetProperties()
        where property.SetMethod is { IsPublic: true }
        select $"{type.Name}.{property.Name}";

    public static IEnumerable<string> OpenHandlers(IEnumerable<Type> types) =>
        from type in types
        where IsUseCase(type) && (type.IsPublic || !type.IsSealed)
        select type.Name;

    /// <summary>
    /// Counts injected properties with those of the bases, and constructor parameters. What makes a page live, and what gives a plain
    /// one its words and leads it on, are mechanisms like those of the framework's own base and are not counted, and neither are use
    /// cases: what a page can do is what it is for.
    /// </summary>
    public static IEnumerable<string> OverfedComponents(IEnumerable<Type> types, int most) =>
        from type in types
        where typeof(IComponent).IsAssignableFrom(type) && type is { IsAbstract: false, IsInterface: false }
        let properties = Bases(type).Where(ancestor => !Mechanisms.Contains(ancestor.Name))
            .SelectMany(ancestor => ancestor.GetProperties(Declared))
            .Count(property => property.IsDefined(typeof(InjectAttribute)) && !IsUseCase(property.PropertyType))
        let parameters = type.GetConstructors()
            .Select(constructor => constructor.GetParameters().Count(parameter => !IsUseCase(parameter.ParameterType)))
            .DefaultIfEmpty().Max()
        where properties + parameters > most
        select $"{type.Name}: {properties + parameters}";

    private static bool IsUseCase(Type type) =>
        type.Namespace?.EndsWith(".UseCases", StringComparison.Ordinal) is true
        && type.IsClass && !type.IsNested && !type.IsDefined(typeof(CompilerGeneratedAttribute))
        && type.GetMethod("HandleAsync") is not null;

    private static IEnumerable<Type> Bases(Type type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
            yield return ancestor;
    }
}

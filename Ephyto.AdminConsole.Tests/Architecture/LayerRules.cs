using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using NetArchTest.Rules;

namespace Ephyto.AdminConsole.Tests.Architecture;

internal static class LayerRules
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Types of a layer that depend on a layer further right, as "type → layer".</summary>
    public static IEnumerable<string> UpwardDependencies(Assembly assembly, string root, string[] layers) =>
        from layer in layers.Index()
        from above in layers[(layer.Index + 1)..]
        from type in Depending(assembly, $"{root}.{layer.Item}", $"{root}.{above}")
        select $"{type} → {above}";

    /// <summary>Types of a slice that depend on another slice, as "type → slice".</summary>
    public static IEnumerable<string> DependenciesBetweenSlices(Assembly assembly, string features)
    {
        var slices = assembly.GetTypes()
            .Select(type => type.Namespace ?? "")
            .Where(name => name.StartsWith(features + ".", StringComparison.Ordinal))
            .Select(name => name[(features.Length + 1)..].Split('.')[0])
            .Distinct()
            .ToList();
        return from slice in slices
               from other in slices
               where slice != other
               from type in Depending(assembly, $"{features}.{slice}", $"{features}.{other}")
               select $"{type} → {other}";
    }

    /// <summary>Components below the namespaces that know the store's context: they ask use cases.</summary>
    public static IEnumerable<string> ReadingComponents(Assembly assembly, params string[] namespaces) =>
        from type in assembly.GetTypes()
        where typeof(IComponent).IsAssignableFrom(type)
            && namespaces.Any(name => type.Namespace?.StartsWith(name, StringComparison.Ordinal) is true)
        let asked = type.GetProperties(All).Select(property => property.PropertyType)
            .Concat(type.GetFields(All).Select(field => field.FieldType))
            .Concat(type.GetConstructors(All).SelectMany(constructor => constructor.GetParameters())
                .Select(parameter => parameter.ParameterType))
        where asked.Any(IsContext)
        select type.Name;

    public static IEnumerable<string> ForeignReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

    private static bool IsContext(Type type) => typeof(DbContext).IsAssignableFrom(type) || type.GenericTypeArguments.Any(IsContext);

    private static IEnumerable<string> Depending(Assembly assembly, string from, string on) =>
        Types.InAssembly(assembly)
            .That().ResideInNamespaceMatching($"^{from.Replace(".", "\\.", StringComparison.Ordinal)}(\\.|$)")
            .And().HaveDependencyOn(on)
            .GetTypes()
            .Select(type => type.FullName!);
}

using System.Reflection;
using NetArchTest.Rules;

namespace Ephyto.AdminConsole.Tests.Architecture;

internal static class LayerRules
{
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

    public static IEnumerable<string> ForeignReferences(Assembly assembly) =>
        assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<string> Depending(Assembly assembly, string from, string on) =>
        Types.InAssembly(assembly)
            .That().ResideInNamespaceMatching($"^{from.Replace(".", "\\.", StringComparison.Ordinal)}(\\.|$)")
            .And().HaveDependencyOn(on)
            .GetTypes()
            .Select(type => type.FullName!);
}

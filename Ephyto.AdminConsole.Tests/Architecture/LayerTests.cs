using System.Reflection;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>Domain ← Data ← Platform ← Field ← Components ← Features ← Program; a slice never names another slice.</summary>
public sealed class LayerTests
{
    private const string Root = "Ephyto.AdminConsole";
    private static readonly string[] Layers = ["Data", "Platform", "Field", "Components", "Features"];
    private static readonly Assembly Console = Assembly.Load(Root);
    private static readonly Assembly Domain = Assembly.Load("Ephyto.Domain");

    [Fact]
    public void Each_layer_uses_only_what_stands_to_its_left() =>
        Findings.None(LayerRules.UpwardDependencies(Console, Root, Layers));

    // A layer that somebody adds is found on the disk, and is then held to the rule or put right.
    [Fact]
    public void The_layers_are_the_folders_that_hold_source() => Assert.Equal(
        Layers.Order(StringComparer.Ordinal),
        Support.Repository.SourceFiles(".cs", ".razor").Select(file => file.Split('/')).Where(parts => parts is [Root, _, _, ..])
            .Select(parts => parts[1]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_page_or_component_reads_the_store_by_itself() =>
        Findings.None(LayerRules.ReadingComponents(Console, $"{Root}.Components", $"{Root}.Features"));

    [Fact]
    public void No_slice_names_another() =>
        Findings.None(LayerRules.DependenciesBetweenSlices(Console, $"{Root}.Features"));

    [Fact]
    public void No_slice_names_another_in_its_source() =>
        Findings.None(Support.Repository.SourceFiles(".cs", ".razor")
            .Where(file => file.StartsWith("Ephyto.AdminConsole/Features/", StringComparison.Ordinal))
            .SelectMany(file => SourceRules.OtherSlices(file, Support.Repository.Read(file))));

    [Fact]
    public void The_domain_refers_to_the_base_class_library_only() =>
        Findings.None(LayerRules.ForeignReferences(Domain));

    [Fact]
    public void A_breach_is_found()
    {
        var samples = $"{typeof(LayerTests).Namespace}.Samples";
        var here = typeof(LayerTests).Assembly;

        Assert.Equal([$"{samples}.Data.Upward → Features"], LayerRules.UpwardDependencies(here, samples, Layers));
        Assert.Equal([$"{samples}.Features.Right.Neighbour → Left"], LayerRules.DependenciesBetweenSlices(here, $"{samples}.Features"));
        Assert.Equal(["ReadingPage"], LayerRules.ReadingComponents(here, samples));
        Assert.Contains("Microsoft.AspNetCore", LayerRules.ForeignReferences(Console));
        Assert.Single(SourceRules.OtherSlices("Ephyto.AdminConsole/Features/Right/A.cs", "using Ephyto.AdminConsole.Features.Left;"));
        Assert.Empty(SourceRules.OtherSlices("Ephyto.AdminConsole/Features/Right/A.cs", "using Ephyto.AdminConsole.Features.Right.Pages;"));
    }
}

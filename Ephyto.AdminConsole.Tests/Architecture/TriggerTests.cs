using Mono.Cecil;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>A test looks at a page when what it did there has been done, not while.</summary>
public sealed class TriggerTests
{
    private static readonly ILookup<bool, TypeDefinition> IsPlanted = TriggerRules.TypesOf(typeof(TriggerTests).Assembly.Location)
        .ToLookup(type => type.FullName.StartsWith($"{typeof(Samples.HastyUser).Namespace}.", StringComparison.Ordinal));

    [Fact]
    public void Every_event_of_a_page_is_waited_for() => Findings.None(TriggerRules.Unawaited(IsPlanted[false]));

    [Fact]
    public void An_event_that_is_not_waited_for_is_found() => Assert.Equal(
        ["Click", "Change", "ClickAsync", "InvokeAsync", "PressAsync"],
        TriggerRules.Unawaited(IsPlanted[true]).Select(found => found.Split(": ")[1]));
}

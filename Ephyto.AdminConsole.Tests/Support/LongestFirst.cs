using Xunit.Sdk;
using Xunit.v3;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// The order in which the collections of a run begin: the journeys in a browser, of which those over a long line mostly wait, the real
/// starts, then the rest. What takes minutes begins while there is other work, and nothing long is left for the end.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = ["EndToEnd.Typing.", "EndToEnd.", "Integration.Start.", "Integration.", "Features.Sandbox."];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => RankOf(collection)).ThenBy(collection => collection.UniqueID, StringComparer.Ordinal)];

    // A collection without a definition is that of one class, and bears its name.
    private static int RankOf(ITestCollection collection)
    {
        if (collection.TestCollectionClassName is not null) return 0;
        var rank = Array.FindIndex(Long, part => collection.TestCollectionDisplayName.Contains($".Tests.{part}", StringComparison.Ordinal));
        return rank < 0 ? Long.Length : rank;
    }
}

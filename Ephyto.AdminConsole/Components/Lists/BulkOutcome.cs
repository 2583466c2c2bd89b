using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>What came of an act on several rows: each is done by itself, and one that is refused stops no other.</summary>
/// <param name="Done">The rows it was done to, as they were before.</param>
/// <param name="Refused">The name of a row and why not.</param>
public sealed record BulkOutcome(IReadOnlyList<object> Done, IReadOnlyList<(string Name, DomainError Why)> Refused)
{
    /// <summary>One by one: so many acts at once would only wait for each other's saves.</summary>
    public static async Task<BulkOutcome> OfAsync<TRow>(IEnumerable<TRow> rows, Func<TRow, string> name, Func<TRow, Task<DomainError?>> act)
        where TRow : notnull
    {
        List<object> done = [];
        List<(string, DomainError)> refused = [];
        foreach (var row in rows)
        {
            if (await act(row) is { } why) refused.Add((name(row), why));
            else done.Add(row);
        }

        return new(done, refused);
    }
}

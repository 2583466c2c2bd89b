using System.Globalization;

namespace Ephyto.AdminConsole.Components.Lists;

/// <summary>The rows that somebody selected, as the address of a file names them.</summary>
internal static class ChosenRows
{
    /// <returns>Null where the address names none at all: then every row is meant. What is no key stands for no row.</returns>
    public static IReadOnlyList<Guid>? Of(IQueryCollection address) => Of(address, key => Guid.TryParse(key, out var id) ? id : Guid.Empty);

    /// <summary>For rows that have a code, such as countries.</summary>
    /// <inheritdoc cref="Of(IQueryCollection)"/>
    public static IReadOnlyList<string>? CodesOf(IQueryCollection address) => Of(address, key => key);

    /// <summary>For rows that have a number, from 1.</summary>
    /// <inheritdoc cref="Of(IQueryCollection)"/>
    public static IReadOnlyList<long>? NumbersOf(IQueryCollection address) =>
        Of(address, key => long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);

    private static IReadOnlyList<TKey>? Of<TKey>(IQueryCollection address, Func<string, TKey> read) =>
        address.TryGetValue(ListNames.Chosen, out var keys)
            ? [.. keys.ToString().Split(',').Take(ListAddress.Sizes[^1]).Select(read)] : null;
}

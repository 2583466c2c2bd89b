using Ephyto.Domain.Common;

namespace Ephyto.Domain.ContactPoints;

/// <summary>What becomes of the countries that a new directory does not name.</summary>
public enum UnnamedCountries
{
    Keep,
    End,
}

public enum DirectoryChangeKind
{
    Added,
    Changed,
    Removed,
    Unchanged,
}

/// <summary>What a new directory means for one country.</summary>
/// <param name="CountryCode">Two letters.</param>
/// <param name="Before">The entry of today; null where nobody is on file.</param>
/// <param name="After">What is to stand there; null where nobody is to.</param>
public sealed record DirectoryChange(string CountryCode, ContactPoint? Before, ContactPointDetails? After)
{
    public DirectoryChangeKind Kind => (Before, After) switch
    {
        (null, _) => DirectoryChangeKind.Added,
        (_, null) => DirectoryChangeKind.Removed,
        _ => Before.Details == After ? DirectoryChangeKind.Unchanged : DirectoryChangeKind.Changed,
    };

    /// <summary>One change for each country that either directory names, in the order of the codes.</summary>
    /// <param name="current">The entries that are valid now.</param>
    /// <param name="wanted">What is to stand there, by country.</param>
    /// <param name="unnamed">What becomes of the other countries; those that are kept are no part of the answer.</param>
    public static IReadOnlyList<DirectoryChange> Compare(
        IReadOnlyCollection<ContactPoint> current, IReadOnlyDictionary<string, ContactPointDetails> wanted, UnnamedCountries unnamed)
    {
        var before = current.ToDictionary(entry => entry.CountryCode);
        var countries = unnamed == UnnamedCountries.End ? wanted.Keys.Union(before.Keys) : wanted.Keys;
        return [.. countries.Order(StringComparer.Ordinal)
            .Select(code => new DirectoryChange(code, before.GetValueOrDefault(code), wanted.GetValueOrDefault(code)))];
    }

    /// <summary>Ends the entry of today and begins its successor, as far as there are any. An entry that stays is affirmed.</summary>
    /// <returns>The new entry, which the store does not have yet; null where there is none.</returns>
    public ContactPoint? Apply(Actor actor, DateTime now)
    {
        if (Kind == DirectoryChangeKind.Unchanged)
        {
            Before!.Affirm(actor, now);
            return null;
        }

        Before?.End(actor, now);
        return After is null ? null : ContactPoint.Enter(CountryCode, After, actor, now);
    }
}

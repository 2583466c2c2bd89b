using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;

namespace Ephyto.AdminConsole.Features.ContactPoints.Import;

/// <summary>One column of the file that holds something of an entry.</summary>
/// <param name="Name">As the first line names it.</param>
/// <param name="Label">The key of its words.</param>
/// <param name="Maximum">Characters.</param>
/// <param name="Example">What may stand there.</param>
public sealed record DirectoryColumn(
    string Name, string Label, int Maximum, string Example, Func<ContactPointInput, string?> Get, Action<ContactPointInput, string> Set)
{
    /// <summary>Has to be in the file, and filled in on every line.</summary>
    public bool Mandatory { get; init; }
}

/// <summary>The columns of the directory as a file: the same to export, to fill in and to import.</summary>
internal static class DirectoryColumns
{
    public const string Country = "country";
    public const string ValidTo = "valid_to";

    /// <summary>Of the country, not of its contact; a file may leave it out.</summary>
    public const string Party = "party";
    public const string CountryExample = "CI";

    private const string CountryName = "country_name";
    private const string ValidFrom = "valid_from";

    private static readonly (ContactPointKind Kind, string Word)[] Kinds =
    [
        (ContactPointKind.OfficialContactPoint, "official"), (ContactPointKind.InformationPoint, "information"),
        (ContactPointKind.LocalContact, "local"),
    ];

    public static IReadOnlyList<DirectoryColumn> OfEntry { get; } =
    [
        new("kind", "Kind", 20, "official", i => WordOf(i.Kind), (i, text) => i.Kind = KindOf(text)) { Mandatory = true },
        new("title", "Prefix", ContactPointInput.NameLength, "Ms", i => i.Prefix, (i, text) => i.Prefix = text),
        new("given_name", "GivenName", ContactPointInput.NameLength, "Awa", i => i.GivenName, (i, text) => i.GivenName = text),
        new("family_name", "FamilyName", ContactPointInput.NameLength, "Kouassi", i => i.FamilyName,
            (i, text) => i.FamilyName = text) { Mandatory = true },
        new("job_title", "JobTitle", ContactPointInput.LineLength, "Director", i => i.JobTitle, (i, text) => i.JobTitle = text),
        new("organization", "Organization", ContactPointInput.LineLength, "Plant Protection", i => i.Organization,
            (i, text) => i.Organization = text),
        new("address", "Address", ContactPointInput.AddressLength, "Plateau, Abidjan", i => i.Address, (i, text) => i.Address = text),
        new("phone", "Phone", ContactPointInput.NameLength, "+225 27 20 00 00 00", i => i.Phone, (i, text) => i.Phone = text),
        new("email", "Email", EmailAddress.MaximumLength, "contact@example.org", i => i.Email,
            (i, text) => i.Email = text) { Mandatory = true },
        new("language", "PreferredLanguage", 20, Languages.French.Code, i => i.PreferredLanguage,
            (i, text) => i.PreferredLanguage = LanguageOf(text)),
    ];

    /// <summary>Told to the reader of a file, and not taken from it.</summary>
    public static IReadOnlyList<string> OnlyExported { get; } = [CountryName, ValidFrom, ValidTo];

    /// <summary>The first line of an export.</summary>
    public static IReadOnlyList<string> OfExport { get; } = [Country, CountryName, .. OfEntry.Select(column => column.Name),
        Party, ValidFrom, ValidTo];

    /// <summary>The first line of a file to fill in.</summary>
    public static IReadOnlyList<string> OfTemplate { get; } = [Country, .. OfEntry.Select(column => column.Name), Party];

    public static bool IsKnown(string name) =>
        name is Country or Party || OnlyExported.Contains(name) || OfEntry.Any(column => column.Name == name);

    private static string WordOf(ContactPointKind kind) => Kinds.First(known => known.Kind == kind).Word;

    // What is none of the words becomes a kind that no entry can have.
    private static ContactPointKind KindOf(string text) => Kinds.Where(known => known.Word.Equals(text, StringComparison.OrdinalIgnoreCase))
        .Select(known => known.Kind).DefaultIfEmpty((ContactPointKind)(-1)).First();

    private static string LanguageOf(string text) => text.Length == 0 ? Languages.English.Code : Languages.Find(text)?.Code ?? text;
}

using System.Globalization;

namespace Ephyto.Domain.Common;

/// <summary>A language that people of the field read and write.</summary>
/// <param name="Code">Two letters; by these the store, cookies and addresses name it.</param>
/// <param name="EnglishName">Its name in English.</param>
/// <param name="NativeName">Its name as its own speakers write it.</param>
/// <param name="IsRightToLeft">Whether its lines begin at the right.</param>
public sealed record Language(string Code, string EnglishName, string NativeName, bool IsRightToLeft = false)
{
    /// <summary>The value of the HTML attribute <c>dir</c>.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Code);
}

/// <summary>The six official languages of the United Nations.</summary>
public static class Languages
{
    public static readonly Language English = new("en", "English", "English");

    public static readonly Language French = new("fr", "French", "Français");

    /// <summary>In the order of their codes.</summary>
    public static IReadOnlyList<Language> All { get; } =
    [
        new("ar", "Arabic", "العربية", IsRightToLeft: true),
        English,
        new("es", "Spanish", "Español"),
        French,
        new("ru", "Russian", "Русский"),
        new("zh", "Chinese", "中文"),
    ];

    public static Language? Find(string? code) =>
        All.FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <returns>Null for a culture of none of the six, such as the invariant one.</returns>
    public static Language? Of(CultureInfo culture) => Find(culture.TwoLetterISOLanguageName);
}

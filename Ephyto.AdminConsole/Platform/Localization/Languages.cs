using System.Globalization;

namespace Ephyto.AdminConsole.Platform.Localization;

/// <summary>A language a person can read the console in, named as its own speakers write it.</summary>
internal sealed record Language(string Code, string NativeName, bool IsRightToLeft = false)
{
    /// <summary>The value of the HTML attribute <c>dir</c>.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    public CultureInfo Culture => CultureInfo.GetCultureInfo(Code);
}

/// <summary>The six official languages of the United Nations, in the order of their codes.</summary>
internal static class Languages
{
    public static readonly Language English = new("en", "English");

    public static IReadOnlyList<Language> All { get; } =
    [
        new("ar", "العربية", IsRightToLeft: true),
        English,
        new("es", "Español"),
        new("fr", "Français"),
        new("ru", "Русский"),
        new("zh", "中文"),
    ];

    /// <summary>The language of the code running now; English where the culture is none of the six.</summary>
    public static Language Current => Find(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? English;

    public static Language? Find(string? code) =>
        All.FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.OrdinalIgnoreCase));
}

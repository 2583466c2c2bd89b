using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Platform.Localization;

/// <summary>The languages this console offers. Section <c>Localization</c>.</summary>
internal sealed class LanguageOptions
{
    public const string Section = "Localization";

    private static readonly string[] Default = [Languages.English.Code, Languages.French.Code];

    /// <summary>
    /// Two-letter codes of <see cref="Languages.All"/>; the first is the one used when a reader asks for none of them. Empty: English and
    /// French.
    /// </summary>
    public string[] Cultures { get; set; } = [];

    /// <summary>Offers languages whose texts are not complete too, to look at a translation that is under way.</summary>
    public bool EvenIncomplete { get; set; }

    public IReadOnlyList<Language> Offered => [.. Codes.Select(Languages.Find).OfType<Language>()];

    public bool IsValid => Codes.All(code => Languages.Find(code) is not null);

    private string[] Codes => Cultures.Length == 0 ? Default : Cultures;
}

using Ephyto.AdminConsole.Platform.Localization;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>
/// The languages that the console offers where nothing is set: whatever must be said in each of them is asked for in each.
/// </summary>
public static class Offered
{
    public static TheoryData<string> Languages => [.. Codes];

    /// <summary>Those whose texts stand in files of their own.</summary>
    public static IEnumerable<string> Translations => Codes.Where(code => code != Ephyto.Domain.Common.Languages.English.Code);

    private static IEnumerable<string> Codes => new LanguageOptions().Offered.Select(language => language.Code);
}

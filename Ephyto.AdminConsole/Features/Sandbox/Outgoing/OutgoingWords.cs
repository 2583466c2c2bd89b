using System.Globalization;
using Ephyto.AdminConsole.Platform.Localization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Sandbox.Outgoing;

/// <summary>The words of what was met at an address, with what to do about it.</summary>
internal sealed class OutgoingText;

/// <summary>Says what was met at an address and how to mend it, in the language of whoever reads.</summary>
internal sealed class OutgoingWords(IStringLocalizer<OutgoingText> text)
{
    public string Of(string code, IReadOnlyList<string> arguments) => text[$"Met_{code}", [.. arguments.Select(InWords)]];

    /// <summary>What was wrong, in few words and without a remedy: for a line of a list.</summary>
    public string CauseOf(string code, IReadOnlyList<string> arguments) => text[$"Cause_{code}", [.. arguments.Select(InWords)]];

    // What is kept is the same in every language.
    private static string InWords(string argument) =>
        DateOnly.TryParseExact(argument, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.InWords(DaysInWords.Whole) : argument;
}

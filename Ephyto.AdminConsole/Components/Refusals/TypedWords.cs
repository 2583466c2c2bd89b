using Ephyto.AdminConsole.Platform.Forms;
using Ephyto.AdminConsole.Platform.Refusals;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Components.Refusals;

/// <summary>
/// What a person typed or chose in a refused form, in words: a code in the name that the page gave it, nothing of the form's own.
/// </summary>
internal static class TypedWords
{
    private const string Free = "words";

    // Codes without a name of the domain's, and what the form itself brings along.
    private static readonly string[] Codes =
        [ShownForms.Field, "returnUrl", "language", "preferredLanguage", "timeZone", "country", "countryCode", "region", "link",
            "visit", "ticket"];

    private static readonly ILookup<string, Enum> Named = typeof(Result).Assembly.GetTypes().Where(type => type.IsEnum)
        .SelectMany(type => Enum.GetValues(type).Cast<Enum>()).ToLookup(value => value.ToString());

    public static IReadOnlyList<string> Of(RefusedForm form, Terms.Terms terms) =>
        [.. form.Typed.Select(entry => Read(RefusedForm.LastPart(entry.Key), entry.Value, terms)).OfType<string>().Distinct()];

    private static string? Read(string field, string value, Terms.Terms terms)
    {
        if (field == Free) return value;
        if (Codes.Contains(field, StringComparer.OrdinalIgnoreCase)) return null;
        if (!Named.Contains(value)) return value;
        // The reason of a decline is a DeclineReason, the role of a member an NppoRole.
        return Named[value].FirstOrDefault(code => code.GetType().Name.EndsWith(field, StringComparison.OrdinalIgnoreCase)) is { } chosen
            ? terms.Of(chosen) : null;
    }
}

using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Terms;

internal static class FieldLabels
{
    /// <summary>What a form calls a field: in words of its own where it has some, else as everywhere.</summary>
    public static string LabelOf(this IStringLocalizer own, string field, IStringLocalizer<FieldNames> names) =>
        own[field] is { ResourceNotFound: false } said ? said.Value : names[field].Value;
}

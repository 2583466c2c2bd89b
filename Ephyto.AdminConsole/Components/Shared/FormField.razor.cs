using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>
/// A labelled field of a plain form: label, hint and error are tied to the control. Works without JavaScript and inside an EditForm.
/// <c>ChildContent</c> replaces the control (a select, radio buttons); it then takes Id, DescribedBy and Invalid from its context.
/// </summary>
public sealed partial class FormField
{
    [Parameter, EditorRequired] public string Label { get; set; } = string.Empty;

    /// <summary>The name the form posts.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = string.Empty;

    [Parameter] public string? Value { get; set; }
    [Parameter] public string Type { get; set; } = "text";
    [Parameter] public string? Hint { get; set; }
    [Parameter] public string? Error { get; set; }
    [Parameter] public bool Required { get; set; } = true;

    /// <summary>More than zero: a text area of so many lines.</summary>
    [Parameter] public int Rows { get; set; }

    /// <summary>
    /// More than zero: how many characters the text area takes. Its own is sent to the server, which refuses more, with all that was
    /// written; one that <c>ChildContent</c> gives is cut off by the browser where it has a maxlength, and says so.
    /// </summary>
    [Parameter] public int Longest { get; set; }

    [Parameter] public RenderFragment<FormField>? ChildContent { get; set; }
    [Parameter(CaptureUnmatchedValues = true)] public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    /// <summary>The id of the control: what an error summary links to.</summary>
    public string Id => IdOf(Name);

    public string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ',
                new[] { Hint is null ? null : $"{Id}-hint", Limit is null ? null : $"{Id}-limit", Error is null
                    ? null : $"{Id}-error" }.Where(id => id is not null));
            return ids.Length == 0 ? null : ids;
        }
    }

    public string? Invalid => Error is null ? null : "true";

    // Where words may be many, their writer is told beforehand how many.
    private int? Limit =>
        Longest > 0 ? Longest : Rows > 0 && Attributes?.GetValueOrDefault("maxlength") is { } maximum
            ? Convert.ToInt32(maximum, CultureInfo.InvariantCulture) : null;

    [Inject] private IStringLocalizer<SharedText> Text { get; set; } = default!;

    public static string IdOf(string name) => name.Replace('.', '-').Replace('[', '-').Replace(']', '-');
}

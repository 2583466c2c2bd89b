using Ephyto.Domain.Common;
using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationArea;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>
/// Gathers findings, as many as somebody reads. The severe ones decide, and have room of their own: however much else is found before
/// them, they are listed.
/// </summary>
internal sealed class PhytoReport
{
    public const int MostFindings = 200;
    private const int LongestArgument = 80;
    private const int LongestField = 300;

    /// <summary>What systems write where they have to write something. An empty element would say the same. NA alone is Namibia.</summary>
    private static readonly HashSet<string> Placeholders =
        new(["NULL", "N/A", "NIL", "NINGUNO", "NINGUNA", "-", "--", "---", "."], StringComparer.OrdinalIgnoreCase);

    // Of each kind one more than is listed: by that one knows that there are more.
    private readonly List<PhytoFinding> _severe = [];
    private readonly List<PhytoFinding> _others = [];

    /// <summary>The severe ones first.</summary>
    public IReadOnlyList<PhytoFinding> Findings => IsFull
        ? [
            .. _severe.Concat(_others).Take(MostFindings - 1),
            new(Schema, ValidationLevel.Info, "", "MoreFindings", [$"{MostFindings - 1}"]),
        ]
        : [.. _severe, .. _others];

    /// <summary>Nothing that is found from now on is listed, unless it is severe.</summary>
    public bool IsFull => _severe.Count + _others.Count > MostFindings;

    public static bool IsPlaceholder(string text) => Placeholders.Contains(text);

    public void Add(ValidationArea area, ValidationLevel level, string field, string code, params string[] arguments) =>
        Take(new(area, level, field, code, arguments));

    /// <summary>The header says something else than the certificate.</summary>
    /// <param name="field">Of the header.</param>
    public void AddOfHeader(string field, string code, string header, string content) =>
        Take(new(Mapping, ValidationLevel.Severe, field, code, [header, content]));

    public void Add(ValidationArea area, ValidationLevel level, PhytoElement at, string code, params string[] arguments)
    {
        // To find out where it stands takes a while, in a certificate with thousands of mistakes.
        if (HasRoom(level)) Add(area, level, at.Path, code, arguments);
    }

    /// <summary>Something ISPM 12 asks for is not there.</summary>
    /// <param name="path">Local names from the parent on, between slashes.</param>
    public void Miss(PhytoElement parent, string path, string code, ValidationLevel level = ValidationLevel.Severe)
    {
        if (HasRoom(level)) Add(MandatoryElements, level, $"{parent.Path}/{path}", code);
    }

    /// <summary>Something ISPM 12 asks for.</summary>
    /// <param name="path">Local names from the parent on, between slashes.</param>
    /// <param name="code">Of the finding where it is not there or empty.</param>
    /// <returns>Its text; null where it is missing, which is said then.</returns>
    public string? Require(PhytoElement parent, string path, string code, ValidationLevel level = ValidationLevel.Severe)
    {
        var text = parent.Find(path)?.Text;
        if (string.IsNullOrEmpty(text)) Miss(parent, path, code, level);
        else if (IsPlaceholder(text)) Add(MandatoryElements, level, parent.Find(path)!, "PlaceholderInMandatory", text);
        else return text;
        return null;
    }

    /// <summary>Something is not as the mapping wants it.</summary>
    public void Warn(PhytoElement at, string code, params string[] arguments) =>
        Add(Mapping, ValidationLevel.Warning, at, code, arguments);

    public void Tell(PhytoElement at, string code, params string[] arguments) =>
        Add(Mapping, ValidationLevel.Info, at, code, arguments);

    private void Take(PhytoFinding found)
    {
        if (!HasRoom(found.Level)) return;
        (found.IsSevere ? _severe : _others).Add(found with
        {
            Field = FreeText.Shortened(found.Field, LongestField),
            Arguments = [.. found.Arguments.Select(argument => FreeText.Shortened(argument, LongestArgument))],
        });
    }

    private bool HasRoom(ValidationLevel level) => level == ValidationLevel.Severe ? _severe.Count <= MostFindings : !IsFull;
}

using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationArea;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>Gathers findings, as many as somebody reads.</summary>
internal sealed class PhytoReport
{
    public const int MostFindings = 200;
    private const int LongestArgument = 80;
    private const int LongestField = 300;

    /// <summary>What systems write where they have to write something. An empty element would say the same. NA alone is Namibia.</summary>
    private static readonly HashSet<string> Placeholders =
        new(["NULL", "N/A", "NIL", "NINGUNO", "NINGUNA", "-", "--", "---", "."], StringComparer.OrdinalIgnoreCase);

    private readonly List<PhytoFinding> _findings = [];

    public IReadOnlyList<PhytoFinding> Findings => _findings;

    /// <summary>Nothing that is found from now on is listed.</summary>
    public bool IsFull => _findings.Count >= MostFindings;

    public static bool IsPlaceholder(string text) => Placeholders.Contains(text);

    public void Add(ValidationArea area, ValidationLevel level, string field, string code, params string[] arguments)
    {
        if (IsFull) return;
        var isLast = _findings.Count == MostFindings - 1;
        _findings.Add(isLast
            ? new(Schema, ValidationLevel.Info, "", "MoreFindings", [$"{MostFindings - 1}"])
            : new(area, level, Cut(field, LongestField), code, [.. arguments.Select(argument => Cut(argument, LongestArgument))]));
    }

    public void Add(ValidationArea area, ValidationLevel level, PhytoElement at, string code, params string[] arguments)
    {
        // To find out where it stands takes a while, in a certificate with thousands of mistakes.
        if (!IsFull) Add(area, level, at.Path, code, arguments);
    }

    /// <summary>Something ISPM 12 asks for is not there.</summary>
    /// <param name="path">Local names from the parent on, between slashes.</param>
    public void Miss(PhytoElement parent, string path, string code, ValidationLevel level = ValidationLevel.Severe)
    {
        if (!IsFull) Add(MandatoryElements, level, $"{parent.Path}/{path}", code);
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

    private static string Cut(string text, int maximum) =>
        text.Length <= maximum ? text : $"{text[..(char.IsHighSurrogate(text[maximum - 1]) ? maximum - 1 : maximum)]}…";
}

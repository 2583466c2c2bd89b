using System.Globalization;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>A date as it was written.</summary>
/// <param name="At">The instant; where no offset was written, as if it were UTC.</param>
internal readonly record struct PhytoDate(DateTimeOffset At, bool HasTime, bool HasOffset)
{
    private static readonly string[] Times = ["THH:mm", "THH:mm:ss", "THH:mm:ss.FFFFFFF"];

    private static readonly (string[] Formats, bool HasTime, bool HasOffset)[] Ways =
    [
        ([.. Times.Select(time => $"yyyy-MM-dd{time}zzz"), .. Times.Select(time => $"yyyy-MM-dd{time}Z")], true, true),
        ([.. Times.Select(time => $"yyyy-MM-dd{time}")], true, false),
        (["yyyy-MM-ddzzz", "yyyy-MM-ddZ"], false, true),
        (["yyyy-MM-dd"], false, false),
    ];

    /// <summary>ISO 8601, the long form.</summary>
    public static PhytoDate? Read(string text)
    {
        foreach (var (formats, hasTime, hasOffset) in Ways)
        {
            if (DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
                return new(at, hasTime, hasOffset);
        }

        return null;
    }

    /// <summary>A date that need not be there. One that cannot be read is warned of.</summary>
    public static PhytoDate? ReadOptional(PhytoElement? element, PhytoReport report)
    {
        if (element is null || element.Text.Length == 0 || PhytoReport.IsPlaceholder(element.Text)) return null;
        var date = Read(element.Text);
        if (date is null) report.Warn(element, "DateInvalid", element.Text);
        return date;
    }
}

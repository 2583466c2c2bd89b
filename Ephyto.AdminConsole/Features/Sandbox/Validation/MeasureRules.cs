using System.Globalization;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

internal readonly record struct Measure(double Value, string Unit);

/// <summary>Numbers with units.</summary>
internal static class MeasureRules
{
    /// <returns>What was measured; null where it is not there or cannot be read.</returns>
    public static Measure? Check(PhytoElement? measure, UnitKind kind, PhytoReport report, bool mayBeBelowZero = false)
    {
        if (measure is null || measure.Text.Length == 0 || PhytoReport.IsPlaceholder(measure.Text)) return null;
        var number = NumberOf(measure.Text);
        if (number is null || (!mayBeBelowZero && number <= 0)) report.Warn(measure, "QuantityInvalid", measure.Text);

        var unit = measure.Attributes.GetValueOrDefault("unitCode") ?? "";
        if (unit.Length == 0) report.Warn(measure, "UnitMissing");
        else if (PhytoCodes.KindOf(unit) is not { } found) report.Warn(measure, "UnitUnknown", unit);
        else if (found != kind) report.Warn(measure, $"UnitNotOf{kind}", unit);
        return number is { } value && unit.Length > 0 ? new(value, unit) : null;
    }

    /// <summary>With a point, as XML writes numbers.</summary>
    public static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}

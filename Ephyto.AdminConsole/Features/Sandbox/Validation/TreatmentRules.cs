namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>A treatment: when, how long, and by what.</summary>
internal static class TreatmentRules
{
    private static readonly HashSet<string> Kinds = ["TTL1", "TTL2", "TTCH", "TTTM", "TTCO", "TTAI", "TTFT"];

    public static void Check(PhytoElement process, PhytoReport report)
    {
        if (process.TextOf("TypeCode") != "ZZZ") report.Warn(process, "TreatmentTypeWrong", process.TextOf("TypeCode"));
        CheckPeriod(process, report);
        HashSet<string> kinds = [];
        foreach (var characteristic in process.All("ApplicableSPSProcessCharacteristic"))
        {
            var kind = characteristic.TextOf("Description");
            kinds.Add(kind);
            if (!Kinds.Contains(kind))
            {
                report.Tell(characteristic, "TreatmentKindUnknown", kind);
                continue;
            }

            if (kind == "TTTM")
                MeasureRules.Check(characteristic.Child("ValueMeasure"), UnitKind.Temperature, report, mayBeBelowZero: true);
            if (kind == "TTCO") MeasureRules.Check(characteristic.Child("ValueMeasure"), UnitKind.Concentration, report);
            var isSaid = characteristic.TextOf("ValueMeasure").Length > 0
                || characteristic.All("Description").Skip(1).Any(value => value.Text.Length > 0);
            if (!isSaid) report.Warn(characteristic, "TreatmentValueMissing", kind);
        }

        if (kinds.Count > 0 && !kinds.Contains("TTFT")) report.Warn(process, "TreatmentTextMissing");
    }

    private static void CheckPeriod(PhytoElement process, PhytoReport report)
    {
        if (process.Child("CompletionSPSPeriod") is not { } period) return;
        var start = PhytoDate.ReadOptional(period.Find("StartDateTime/DateTimeString"), report);
        var end = PhytoDate.ReadOptional(period.Find("EndDateTime/DateTimeString"), report);
        if (start is { } from && end is { } until && until.At < from.At
            && (from.HasTime && until.HasTime || until.At.Date < from.At.Date)) report.Warn(period, "TreatmentEndsBeforeStart");
        foreach (var duration in period.All("DurationMeasure")) MeasureRules.Check(duration, UnitKind.Duration, report);
    }
}

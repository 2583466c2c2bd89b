using System.Globalization;
using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationLevel;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>One line: what it is, how much of it, how it is packed, where it grew, how it was treated.</summary>
internal sealed class LineRules(PhytoReport report, PhytoCountries countries, IReadOnlySet<string> declared)
{
    /// <summary>Words of the uses for which the botanical name has to be there, in the languages of certificates seen.</summary>
    private static readonly string[] Planting = ["planting", "plantation", "propagat", "sowing", "semis", "siembra", "plantación"];

    private readonly HashSet<string> _numbers = [];
    private readonly NoteRules _notes = new(report);

    public void Check(PhytoElement line)
    {
        CheckNumber(line);
        report.Require(line, "Description", "DescriptionMissing");
        CheckBotanicalName(line);
        CheckQuantity(line);
        CheckPackages(line);
        CheckClassifications(line);
        CheckOrigin(line);
        _notes.CheckLine(line, declared);
        foreach (var process in line.All("AppliedSPSProcess")) TreatmentRules.Check(process, report);
    }

    private void CheckNumber(PhytoElement line)
    {
        if (report.Require(line, "SequenceNumeric", "SequenceMissing", Warning) is not { } number) return;
        var element = line.Child("SequenceNumeric")!;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _)) report.Warn(element, "SequenceInvalid", number);
        else if (!_numbers.Add(number)) report.Warn(element, "SequenceTwice", number);
    }

    private void CheckBotanicalName(PhytoElement line)
    {
        var uses = line.All("IntendedUse").Select(use => use.Text);
        var isForPlanting = uses.Any(use => Planting.Any(word => use.Contains(word, StringComparison.OrdinalIgnoreCase)));
        report.Require(line, "ScientificName", isForPlanting ? "BotanicalNameOfPlantMissing" : "BotanicalNameMissing",
            isForPlanting ? Severe : Warning);
        if (line.All("ScientificName").Select(name => name.Text).Where(name => name.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any())
            report.Warn(line.Child("ScientificName")!, "SeveralSpecies");
    }

    private void CheckQuantity(PhytoElement line)
    {
        var netWeight = MeasureRules.Check(line.Child("NetWeightMeasure"), UnitKind.Weight, report);
        var grossWeight = MeasureRules.Check(line.Child("GrossWeightMeasure"), UnitKind.Weight, report);
        var netVolume = MeasureRules.Check(line.Child("NetVolumeMeasure"), UnitKind.Volume, report);
        var grossVolume = MeasureRules.Check(line.Child("GrossVolumeMeasure"), UnitKind.Volume, report);
        CompareGross(line.Child("GrossWeightMeasure"), netWeight, grossWeight);
        CompareGross(line.Child("GrossVolumeMeasure"), netVolume, grossVolume);

        var notes = NoteRules.Of(line, NoteRules.OfLine);
        if (notes.Contains("OQV") != notes.Contains("OQU"))
            report.Warn(notes["OQV"].Concat(notes["OQU"]).First(), "OtherQuantityIncomplete");
        var isMeasured = line.Children.Any(child => child.Name is "NetWeightMeasure" or "GrossWeightMeasure" or "NetVolumeMeasure"
            or "GrossVolumeMeasure" && child.Text.Length > 0);
        if (!isMeasured && !notes.Contains("OQV")) report.Miss(line, "NetWeightMeasure", "QuantityMissing", Warning);
    }

    // In the same unit only: nobody is asked to compare grams with tonnes here.
    private void CompareGross(PhytoElement? element, Measure? net, Measure? gross)
    {
        if (net is { } small && gross is { } large && small.Unit == large.Unit && large.Value < small.Value)
            report.Warn(element!, "GrossBelowNet");
    }

    private void CheckPackages(PhytoElement line)
    {
        var packages = line.All("PhysicalSPSPackage").ToList();
        var isText = line.All(NoteRules.OfLine).Any(note => note.TextOf("Subject") == "OPTND");
        if (packages.Count == 0 && !isText) report.Miss(line, "PhysicalSPSPackage", "PackagesMissing", Warning);
        if (packages.Count > 0 && isText) report.Warn(packages[0], "PackagesTwice");
        HashSet<string> levels = [];
        foreach (var package in packages)
        {
            var level = package.TextOf("LevelCode");
            if (!int.TryParse(level, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || !levels.Add(level))
                report.Warn(package, "PackageLevelWrong", level);
            if (!PhytoCodes.Packages.Contains(package.TextOf("TypeCode")))
                report.Warn(package, "PackageTypeUnknown", package.TextOf("TypeCode"));
            if (!(MeasureRules.NumberOf(package.TextOf("ItemQuantity")) > 0))
                report.Warn(package, "PackageQuantityInvalid", package.TextOf("ItemQuantity"));
        }
    }

    private void CheckClassifications(PhytoElement line)
    {
        foreach (var classification in line.All("ApplicableSPSClassification"))
        {
            var system = classification.TextOf("SystemName");
            if (system is not ("IPPCPCVP" or "IPPCPCC" or "HS"))
            {
                report.Tell(classification, "ClassificationUnknown", system);
                continue;
            }

            var code = classification.TextOf("ClassCode");
            if (system == "HS" && !(code.Length is >= 6 and <= 10 && code.All(char.IsAsciiDigit)))
                report.Tell(classification, "HsCodeInvalid", code);
            if (system != "HS" && classification.TextOf("ClassName").Length == 0) report.Tell(classification, "ClassNameMissing", system);
        }
    }

    private void CheckOrigin(PhytoElement line)
    {
        var origins = line.All("OriginSPSCountry").ToList();
        if (origins.Count == 0) report.Miss(line, "OriginSPSCountry/ID", "OriginMissing");
        foreach (var origin in origins) countries.Require(origin, "ID", "OriginMissing", report);
    }
}

using static Ephyto.AdminConsole.Features.Sandbox.Validation.ValidationLevel;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>The consignment: parties, countries, the way it takes, and its lines.</summary>
internal sealed class ConsignmentRules(PhytoReport report, PhytoCountries countries)
{
    public void Check(PhytoElement consignment)
    {
        CheckParty(consignment, "ConsignorSPSParty", "ExporterMissing", "ExporterAddressMissing");
        CheckParty(consignment, "ConsigneeSPSParty", "ConsigneeMissing", "ConsigneeAddressMissing");
        countries.Require(consignment, "ExportSPSCountry/ID", "ExportCountryMissing", report);
        countries.Require(consignment, "ImportSPSCountry/ID", "ImportCountryMissing", report);
        foreach (var transit in consignment.All("TransitSPSCountry"))
            countries.Require(transit, "ID", "TransitCountryMissing", report);
        CheckPointOfEntry(consignment);
        if (consignment.Find("ExaminationSPSEvent/OccurrenceSPSLocation/Name") is null)
            report.Add(ValidationArea.Schema, Info, consignment, "ExaminationMissing");
        CheckTransport(consignment);
        CheckLines(consignment);
    }

    /// <summary>The lines, in the order in which they stand.</summary>
    public static IEnumerable<PhytoElement> LinesOf(PhytoElement consignment) =>
        consignment.All("IncludedSPSConsignmentItem").SelectMany(item => item.All("IncludedSPSTradeLineItem"));

    private void CheckParty(PhytoElement consignment, string party, string nameMissing, string addressMissing)
    {
        report.Require(consignment, $"{party}/Name", nameMissing, Warning);
        report.Require(consignment, $"{party}/SpecifiedSPSAddress/LineOne", addressMissing, Warning);
    }

    private void CheckPointOfEntry(PhytoElement consignment)
    {
        const string Name = "UnloadingBaseportSPSLocation";
        if (consignment.Child(Name) is not { } entry || (entry.TextOf("Name").Length == 0 && entry.TextOf("ID").Length == 0))
            report.Miss(consignment, Name, "PointOfEntryMissing", Warning);
        else if (entry.TextOf("ID") is { Length: > 0 } code && !IsLocode(code) && !PhytoReport.IsPlaceholder(code))
            report.Warn(entry.Child("ID")!, "LocodeUnlikely", code);
    }

    // Two letters of the country and three more; neither 0 nor 1 is among these.
    private static bool IsLocode(string code) => code.Length == 5 && code[..2].All(char.IsAsciiLetterUpper)
        && code[2..].All(c => char.IsAsciiLetterUpper(c) || c is >= '2' and <= '9');

    private void CheckTransport(PhytoElement consignment)
    {
        var legs = consignment.All("MainCarriageSPSTransportMovement").ToList();
        if (legs.Count == 0) report.Miss(consignment, "MainCarriageSPSTransportMovement", "TransportMissing", Warning);
        foreach (var leg in legs)
        {
            var mode = report.Require(leg, "ModeCode", "TransportModeMissing", Warning);
            if (mode is not null && mode is not [>= '0' and <= '9']) report.Warn(leg.Child("ModeCode")!, "TransportModeUnknown", mode);
        }
    }

    private void CheckLines(PhytoElement consignment)
    {
        LineRules rules = new(report, countries, DeclaredBy(consignment));
        var any = false;
        foreach (var line in LinesOf(consignment))
        {
            any = true;
            rules.Check(line);
        }

        if (!any) report.Miss(consignment, "IncludedSPSConsignmentItem/IncludedSPSTradeLineItem", "LineMissing");
    }

    private static HashSet<string> DeclaredBy(PhytoElement consignment) =>
        consignment.Parent?.Child("SPSExchangedDocument") is { } document
            ? [.. document.All(NoteRules.OfDocument).Where(note => note.TextOf("Subject") == "ADEDL").Select(note => note.TextOf("Content"))
                .Where(text => text.Length > 0)]
            : [];
}

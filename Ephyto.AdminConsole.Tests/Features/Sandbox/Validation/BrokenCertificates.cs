using System.Xml.Linq;
using Ephyto.Domain.Connections;
using static Ephyto.AdminConsole.Tests.Features.Sandbox.Validation.BrokenCertificate;
using Change = System.Func<
    Ephyto.AdminConsole.Tests.Features.Sandbox.Validation.BrokenCertificate,
    Ephyto.AdminConsole.Tests.Features.Sandbox.Validation.BrokenCertificate>;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Validation;

/// <summary>For each rule a certificate that breaks it and no other: the code, where, and what is changed.</summary>
internal static class BrokenCertificates
{
    private const string Signatory = $"{D}/SignatorySPSAuthentication";
    private const string Entry = $"{S}/UnloadingBaseportSPSLocation";
    private const string Leg = $"{S}/MainCarriageSPSTransportMovement";
    private const string Note = $"{D}/IncludedSPSNote[2]";
    private const string Package = $"{L}/PhysicalSPSPackage";
    private const string Notes = $"{L}/AdditionalInformationSPSNote";
    private const string Period = $"{Treatment}/CompletionSPSPeriod";
    private const string Attached = $"{D}/ReferenceSPSReferencedDocument";
    private const string Issued = $"{D}/IssueDateTime/DateTimeString";

    public static IReadOnlyList<(string Code, string Field, Change Break)> Exports { get; } =
    [
        ("ElementUnknown", $"{D}/Colour", c => c.After($"{D}/SignatorySPSAuthentication", "Colour", "green")),
        ("ElementTwice", $"{D}/ID[2]", c => c.After($"{D}/ID", "ID", "SAMPLE-2")),
        ("ElementOrder", $"{D}/ID", c => c.Remove($"{D}/ID").After($"{D}/TypeCode", "ID", "SAMPLE-1")),
        ("DocumentMissing", D, c => c.Remove(D)),
        ("ConsignmentMissing", S, c => c.Remove(S)),
        ("NamespaceWrong", $"{L}/Description", c => Renamed(c, $"{L}/Description", "urn:other")),
        ("Placeholder", $"{Entry}/ID", c => c.After($"{Entry}/Name", "ID", "n/a").Reorder(Entry)),
        ("PlaceholderInMandatory", $"{D}/ID", c => c.Set($"{D}/ID", "NULL")),
        ("LanguageUnknown", $"{L}/Description", c => c.Attribute($"{L}/Description", "languageID", "1")),
        ("BrokenLine", $"{L}/CommonName", c => c.Set($"{L}/CommonName", "Mango\nripe")),

        ("NumberMissing", $"{D}/ID", c => c.Set($"{D}/ID", " ")),
        ("TypeMissing", $"{D}/TypeCode", c => c.Remove($"{D}/TypeCode")),
        ("TypeUnknown", $"{D}/TypeCode", c => c.Set($"{D}/TypeCode", "852")),
        ("StatusMissing", $"{D}/StatusCode", c => c.Remove($"{D}/StatusCode")),
        ("StatusUnknown", $"{D}/StatusCode", c => c.Set($"{D}/StatusCode", "1")),
        ("IssueDateMissing", Issued, c => c.Remove($"{D}/IssueDateTime")),
        ("IssueDateInvalid", Issued, c => c.Set(Issued, "2 March 2026")),
        ("IssueDateInFuture", Issued, c => c.Set(Issued, "2026-03-04T09:00:00Z")),
        ("DateWithoutOffset", Issued, c => c.Set(Issued, "2026-03-02T09:00:00")),
        ("IssuerMissing", $"{D}/IssuerSPSParty/Name", c => c.Set($"{D}/IssuerSPSParty/Name", "")),
        ("PlaceOfIssueMissing", $"{Signatory}/IssueSPSLocation/Name", c => c.Remove($"{Signatory}/IssueSPSLocation")),
        ("OfficerMissing", $"{Signatory}/ProviderSPSParty/SpecifiedSPSPerson/Name",
            c => c.Remove($"{Signatory}/ProviderSPSParty/SpecifiedSPSPerson")),
        ("StatementMissing", $"{Signatory}/IncludedSPSClause/ID", c => c.Set($"{Signatory}/IncludedSPSClause/ID", "2")),
        ("DateInvalid", $"{Signatory}/ActualDateTime/DateTimeString",
            c => c.Set($"{Signatory}/ActualDateTime/DateTimeString", "20260302")),

        ("SubjectMissing", Note, c => c.DocumentNote("", "words")),
        ("SubjectUnknown", Note, c => c.DocumentNote("SPSCL", "words")),
        ("SubjectMisplaced", Note, c => c.DocumentNote("ADTLIL", "words")),
        ("NoteEmpty", Note, c => c.DocumentNote("ADEDL", null)),
        ("ReplacementWrong", $"{D}/IncludedSPSNote[3]", c => c.DocumentNote("ADRP", "3").DocumentNote("ADRPN", "SAMPLE-0")),
        ("ReplacedNumberMissing", Note, c => c.DocumentNote("ADRP", "4")),
        ("ReplacementMissing", Note, c => c.DocumentNote("ADRPN", "SAMPLE-0")),
        ("LiabilityWrong", Note, c => c.DocumentNote("SPSFL", "none")),
        ("DeclaredTwice", Notes, c => c.DocumentNote("ADEDL", "Free from Bactrocera").LineNote("ADTLIL", "Free from Bactrocera")),

        ("ExporterMissing", $"{S}/ConsignorSPSParty/Name", c => c.Remove($"{S}/ConsignorSPSParty/Name")),
        ("ExporterAddressMissing", $"{S}/ConsignorSPSParty/SpecifiedSPSAddress/LineOne",
            c => c.Remove($"{S}/ConsignorSPSParty/SpecifiedSPSAddress")),
        ("ConsigneeMissing", $"{S}/ConsigneeSPSParty/Name", c => c.Remove($"{S}/ConsigneeSPSParty/Name")),
        ("ConsigneeAddressMissing", $"{S}/ConsigneeSPSParty/SpecifiedSPSAddress/LineOne",
            c => c.Remove($"{S}/ConsigneeSPSParty/SpecifiedSPSAddress")),
        ("ExportCountryMissing", $"{S}/ExportSPSCountry/ID", c => c.Remove($"{S}/ExportSPSCountry")),
        ("ImportCountryMissing", $"{S}/ImportSPSCountry/ID", c => c.Set($"{S}/ImportSPSCountry/ID", "")),
        ("TransitCountryMissing", $"{S}/TransitSPSCountry/ID",
            c => c.After($"{S}/ImportSPSCountry", "TransitSPSCountry", new XElement(Ram + "ID"))),
        ("CountryUnknown", $"{S}/ExportSPSCountry/ID", c => c.Set($"{S}/ExportSPSCountry/ID", "QQ")),
        ("CountryMistaken", $"{S}/ImportSPSCountry/ID", c => c.Set($"{S}/ImportSPSCountry/ID", "UK")),
        ("CountryIsConnection", $"{S}/ImportSPSCountry/ID", c => c.Set($"{S}/ImportSPSCountry/ID", "LK2")),
        ("CountryInSmallLetters", $"{L}/OriginSPSCountry/ID", c => c.Set($"{L}/OriginSPSCountry/ID", "lk")),
        ("PointOfEntryMissing", Entry, c => c.Set($"{Entry}/Name", "")),
        ("LocodeUnlikely", $"{Entry}/ID", c => c.After($"{Entry}/Name", "ID", "EC").Reorder(Entry)),
        ("ExaminationMissing", S, c => c.Remove($"{S}/ExaminationSPSEvent")),
        ("TransportMissing", Leg, c => c.Remove(Leg)),
        ("TransportModeMissing", $"{Leg}/ModeCode", c => c.Remove($"{Leg}/ModeCode")),
        ("TransportModeUnknown", $"{Leg}/ModeCode", c => c.Set($"{Leg}/ModeCode", "Ship")),

        ("LineMissing", L, c => c.Remove(L)),
        ("SequenceMissing", $"{L}/SequenceNumeric", c => c.Remove($"{L}/SequenceNumeric")),
        ("SequenceInvalid", $"{L}/SequenceNumeric", c => c.Set($"{L}/SequenceNumeric", "1a")),
        ("SequenceTwice", $"{L}[2]/SequenceNumeric", c => c.TwoLines()),
        ("DescriptionMissing", $"{L}/Description", c => c.Remove($"{L}/Description")),
        ("BotanicalNameMissing", $"{L}/ScientificName", c => c.Remove($"{L}/ScientificName")),
        ("BotanicalNameOfPlantMissing", $"{L}/ScientificName",
            c => c.Remove($"{L}/ScientificName").Set($"{L}/IntendedUse", "Planting")),
        ("SeveralSpecies", $"{L}/ScientificName[1]", c => c.After($"{L}/ScientificName", "ScientificName", "Mangifera foetida")),
        ("QuantityMissing", $"{L}/NetWeightMeasure", c => c.Remove($"{L}/NetWeightMeasure").Remove($"{L}/GrossWeightMeasure")),
        ("QuantityInvalid", $"{L}/NetWeightMeasure", c => c.Set($"{L}/NetWeightMeasure", "1.200,5")),
        ("QuantityInvalid", $"{L}/NetWeightMeasure", c => c.Set($"{L}/NetWeightMeasure", "0")),
        ("OtherQuantityIncomplete", Notes, c => c.LineNote("OQV", "12")),
        ("GrossBelowNet", $"{L}/GrossWeightMeasure", c => c.Set($"{L}/GrossWeightMeasure", "1000")),
        ("UnitMissing", $"{L}/NetWeightMeasure", c => c.Attribute($"{L}/NetWeightMeasure", "unitCode", null)),
        ("UnitUnknown", $"{L}/NetWeightMeasure", c => c.Attribute($"{L}/NetWeightMeasure", "unitCode", "kilo")),
        ("UnitNotOfWeight", $"{L}/NetWeightMeasure", c => c.Attribute($"{L}/NetWeightMeasure", "unitCode", "MTQ")),
        ("UnitNotOfVolume", $"{L}/NetVolumeMeasure",
            c => c.After($"{L}/GrossWeightMeasure", "NetVolumeMeasure", new XAttribute("unitCode", "MTR"), "3")),
        ("UnitNotOfDuration", $"{Period}/DurationMeasure", c => c.Attribute($"{Period}/DurationMeasure", "unitCode", "KGM")),
        ("UnitNotOfTemperature", $"{Treatment}/ApplicableSPSProcessCharacteristic[2]/ValueMeasure", c => c.Kind("TTTM", "KGM")),
        ("UnitNotOfConcentration", $"{Treatment}/ApplicableSPSProcessCharacteristic[2]/ValueMeasure", c => c.Kind("TTCO", "CEL")),
        ("PackagesMissing", Package, c => c.Remove(Package)),
        ("PackagesTwice", Package, c => c.LineNote("OPTND", "240 cartons")),
        ("PackageLevelWrong", Package, c => c.Set($"{Package}/LevelCode", "0")),
        ("PackageTypeUnknown", Package, c => c.Set($"{Package}/TypeCode", "Carton")),
        ("PackageQuantityInvalid", Package, c => c.Set($"{Package}/ItemQuantity", "many")),
        ("ClassificationUnknown", $"{L}/ApplicableSPSClassification[1]",
            c => c.Set($"{L}/ApplicableSPSClassification/SystemName", "CN")),
        ("ClassNameMissing", $"{L}/ApplicableSPSClassification[1]", c => c.Set($"{L}/ApplicableSPSClassification/ClassName", "")),
        ("HsCodeInvalid", $"{L}/ApplicableSPSClassification[1]", c => c.Set($"{L}/ApplicableSPSClassification/SystemName", "HS")),
        ("OriginMissing", $"{L}/OriginSPSCountry/ID", c => c.Remove($"{L}/OriginSPSCountry")),

        ("TreatmentTypeWrong", Treatment, c => c.Set($"{Treatment}/TypeCode", "FG")),
        ("TreatmentEndsBeforeStart", Period, c => c.Set($"{Period}/EndDateTime/DateTimeString", "2026-02-01")),
        ("TreatmentKindUnknown", $"{Treatment}/ApplicableSPSProcessCharacteristic[1]",
            c => c.Set($"{Treatment}/ApplicableSPSProcessCharacteristic/Description", "TTXX")),
        ("TreatmentValueMissing", $"{Treatment}/ApplicableSPSProcessCharacteristic[2]",
            c => c.Kind("TTTM", null)),
        ("TreatmentTextMissing", Treatment, c => c.Without("TTFT")),
        ("ReExportNoteInExport", Notes, c => c.LineNote("RPCST", "3")),
    ];

    public static IReadOnlyList<(string Code, string Field, Change Break)> ReExports { get; } =
    [
        ("SignatoryMissing", Signatory, c => c.Remove(Signatory)),
        ("StatementOfExport", D, c => c.Set($"{Signatory}/IncludedSPSClause/ID", "1")),
        ("RelationUnknown", $"{Attached}/RelationshipTypeCode", c => c.LineNoteSays("RPCOR", "True").LineNoteSays("RPCTC", "False")
            .Set($"{Attached}/RelationshipTypeCode", "original")),
        ("AttachmentEmpty", $"{Attached}/AttachmentBinaryObject", c => c.Set($"{Attached}/AttachmentBinaryObject", "")),
        ("AttachmentInvalid", $"{Attached}/AttachmentBinaryObject", c => c.Set($"{Attached}/AttachmentBinaryObject", "%PDF-1.4")),
        ("AttachmentKind", $"{Attached}/AttachmentBinaryObject", c => c.Set($"{Attached}/AttachmentBinaryObject", "SGVsbG8=")),
        ("AttachmentUnnamed", $"{Attached}/AttachmentBinaryObject",
            c => c.Attribute($"{Attached}/AttachmentBinaryObject", "filename", null)),
        ("ReExportStatementMissing", Notes, c => c.LineNoteSays("RPCST", null)),
        ("ReExportStatementWrong", $"{Notes}[1]", c => c.LineNoteSays("RPCST", "657")),
        ("OriginalNumberMissing", Notes, c => c.LineNoteSays("RPCRF", null)),
        ("OriginalCountryMissing", Notes, c => c.LineNoteSays("RPCCO", null)),
        ("CountryUnknown", $"{Notes}[2]/Content", c => c.LineNoteSays("RPCCO", "Ghana")),
        ("NotYesOrNo", $"{Notes}[11]", c => c.LineNoteSays("RPCAI", "yes")),
        ("OriginalOrCopy", L, c => c.LineNoteSays("RPCTC", "False")),
        ("PackedOrRepacked", L, c => c.LineNoteSays("RPCPK", "True")),
        ("OriginalOrNewContainers", L, c => c.LineNoteSays("RPCNC", "FALSE")),
        ("NotBasedOnOriginal", L, c => c.LineNoteSays("RPCPC", "False")),
        ("OriginalNotAttached", L, c => c.Remove(Attached)),
    ];

    public static IEnumerable<(PhytoType Type, string Code, string Field, Change Break)> All =>
        Exports.Select(one => (PhytoType.Phytosanitary, one.Code, one.Field, one.Break))
            .Concat(ReExports.Select(one => (PhytoType.ReExport, one.Code, one.Field, one.Break)));

    private static BrokenCertificate Renamed(BrokenCertificate certificate, string path, string space)
    {
        var element = certificate.At(path);
        element.Name = XName.Get(element.Name.LocalName, space);
        return certificate;
    }

    /// <summary>Puts the ID before the name.</summary>
    private static BrokenCertificate Reorder(this BrokenCertificate certificate, string path)
    {
        var parent = certificate.At(path);
        parent.ReplaceNodes(parent.Elements().Reverse().ToList());
        return certificate;
    }

    /// <summary>Makes another kind of the characteristic that has a measure, with this unit; with none, without measure.</summary>
    private static BrokenCertificate Kind(this BrokenCertificate certificate, string kind, string? unit)
    {
        var characteristic = certificate.At(Treatment).Elements(Ram + "ApplicableSPSProcessCharacteristic").ElementAt(1);
        characteristic.SetElementValue(Ram + "Description", kind);
        if (unit is null) characteristic.SetElementValue(Ram + "ValueMeasure", null);
        else characteristic.Element(Ram + "ValueMeasure")!.SetAttributeValue("unitCode", unit);
        return certificate;
    }

    private static BrokenCertificate Without(this BrokenCertificate certificate, string kind)
    {
        certificate.At(Treatment).Elements(Ram + "ApplicableSPSProcessCharacteristic")
            .Single(one => (string)one.Element(Ram + "Description")! == kind).Remove();
        return certificate;
    }
}

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>
/// The elements that the mapping of the IPPC uses, and their neighbours in the library of UN/CEFACT: what may stand in which, in which
/// order, and what may stand there several times.
/// </summary>
internal static class PhytoModel
{
    public const string Certificate = "urn:un:unece:uncefact:data:standard:SPSCertificate:17";
    public const string Parts = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:21";
    public const string Types = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:21";
    public const string Signature = "http://www.w3.org/2000/09/xmldsig#";

    private const string Period = "StartDateTime EndDateTime DurationMeasure* CompleteDateTime";
    private const string Party = "ID* Name RoleCode TypeCode* DefinedSPSContact* SpecifiedSPSAddress SpecifiedSPSPerson* "
        + "SpecifiedCITradePartyIdentification*";
    private const string Country = "ID Name* SubordinateSPSCountrySubDivision* ActivityAuthorizedSPSParty*";
    private const string Location = "ID* Name";

    private static readonly Dictionary<string, Dictionary<string, (int Order, bool Many)>> Places = new Dictionary<string, string>
    {
        ["SPSCertificate"] = "SPSExchangedDocument SPSConsignment",
        ["SPSExchangedDocument"] = "Name ID Description* TypeCode StatusCode IssueDateTime CopyIndicator IssuerSPSParty RecipientSPSParty* "
            + "IncludedSPSNote* ReferenceSPSReferencedDocument* SignatorySPSAuthentication*",
        ["IncludedSPSNote"] = "Subject ContentCode* Content* SubjectCode",
        ["AdditionalInformationSPSNote"] = "Subject ContentCode* Content* SubjectCode",
        ["ReferenceSPSReferencedDocument"] = "IssueDateTime TypeCode RelationshipTypeCode ID AttachmentBinaryObject* Information*",
        ["SignatorySPSAuthentication"] = "ActualDateTime IssueSPSLocation ProviderSPSParty IncludedSPSClause*",
        ["IncludedSPSClause"] = "ID Content*",
        ["SPSConsignment"] = "ID* AvailabilityDueDateTime ExportExitDateTime ShipStoresIndicator ConsignorSPSParty ConsigneeSPSParty "
            + "ExportSPSCountry ReExportSPSCountry* StorageSPSEvent* LoadingBaseportSPSLocation ImportSPSCountry "
            + "ConsigneeReceiptSPSLocation "
            + "TransitSPSCountry* TransitSPSLocation* UnloadingBaseportSPSLocation ExaminationSPSEvent CarrierSPSParty DespatchSPSParty "
            + "DeliverySPSParty CustomsTransitAgentSPSParty MainCarriageSPSTransportMovement* UtilizedSPSTransportEquipment* "
            + "IncludedSPSConsignmentItem*",
        ["IssuerSPSParty"] = Party,
        ["RecipientSPSParty"] = Party,
        ["ProviderSPSParty"] = Party,
        ["ConsignorSPSParty"] = Party,
        ["ConsigneeSPSParty"] = Party,
        ["SpecifiedSPSPerson"] = "Name Qualification AttainedSPSQualification*",
        ["SpecifiedSPSAddress"] = "PostcodeCode LineOne LineTwo LineThree LineFour LineFive CityName CountryID CountryName "
            + "CountrySubDivisionID CountrySubDivisionName CityID TypeCode",
        ["ExportSPSCountry"] = Country,
        ["ReExportSPSCountry"] = Country,
        ["ImportSPSCountry"] = Country,
        ["TransitSPSCountry"] = Country,
        ["OriginSPSCountry"] = Country,
        ["SubordinateSPSCountrySubDivision"] = "ID Name* HierarchicalLevelCode ActivityAuthorizedSPSParty*",
        ["UnloadingBaseportSPSLocation"] = Location,
        ["LoadingBaseportSPSLocation"] = Location,
        ["OccurrenceSPSLocation"] = Location,
        ["IssueSPSLocation"] = Location,
        ["ExaminationSPSEvent"] = "OccurrenceSPSLocation",
        ["MainCarriageSPSTransportMovement"] = "ID ModeCode UsedSPSTransportMeans",
        ["UsedSPSTransportMeans"] = "ID TypeCode Name",
        ["UtilizedSPSTransportEquipment"] = "ID AffixedSPSSeal* SettingSPSTemperature*",
        ["AffixedSPSSeal"] = "ID IssuingSPSParty",
        ["IncludedSPSConsignmentItem"] = "NatureIdentificationSPSCargo IncludedSPSTradeLineItem*",
        ["NatureIdentificationSPSCargo"] = "TypeCode",
        ["IncludedSPSTradeLineItem"] = "SequenceNumeric Description* CommonName* ScientificName* ProductionBatchID* IntendedUse* "
            + "ExpiryDateTime* NetWeightMeasure GrossWeightMeasure NetVolumeMeasure GrossVolumeMeasure AdditionalInformationSPSNote* "
            + "ApplicableSPSClassification* PhysicalSPSPackage* AssociatedSPSTransportEquipment* OriginSPSCountry* OriginSPSLocation* "
            + "AppliedSPSProcess* ReferencedSPSReferencedDocument*",
        ["ApplicableSPSClassification"] = "SystemID SystemName* ClassCode ClassName*",
        ["PhysicalSPSPackage"] = "LevelCode TypeCode ItemQuantity NominalGrossWeightMeasure PhysicalSPSShippingMarks*",
        ["AppliedSPSProcess"] = "TypeCode CompletionSPSPeriod ApplicableSPSProcessCharacteristic* OperationSPSCountry OperatorSPSParty "
            + "AdditionalInformationSPSNote*",
        ["CompletionSPSPeriod"] = Period,
        ["ApplicableSPSProcessCharacteristic"] = "Description* ValueMeasure MinimumValueMeasure MaximumValueMeasure TypeCode",
        ["IssueDateTime"] = "DateTimeString DateTime",
        ["ActualDateTime"] = "DateTimeString DateTime",
        ["StartDateTime"] = "DateTimeString DateTime",
        ["EndDateTime"] = "DateTimeString DateTime",
    }.ToDictionary(place => place.Key, place => Read(place.Value), StringComparer.Ordinal);

    private static readonly HashSet<string> Names = [.. Places.Keys, .. Places.Values.SelectMany(children => children.Keys)];

    /// <summary>What is known of the children of an element; null where nothing is.</summary>
    public static IReadOnlyDictionary<string, (int Order, bool Many)>? ChildrenOf(string parent) => Places.GetValueOrDefault(parent);

    /// <summary>In which namespace an element of this name stands; null for a name that is not known.</summary>
    public static string? NamespaceOf(string name) => name switch
    {
        "SPSCertificate" or "SPSExchangedDocument" or "SPSConsignment" => Certificate,
        "DateTimeString" or "DateTime" => Types,
        _ => Names.Contains(name) ? Parts : null,
    };

    private static Dictionary<string, (int Order, bool Many)> Read(string children) => children.Split(' ').Index()
        .ToDictionary(child => child.Item.TrimEnd('*'), child => (child.Index, child.Item.EndsWith('*')), StringComparer.Ordinal);
}

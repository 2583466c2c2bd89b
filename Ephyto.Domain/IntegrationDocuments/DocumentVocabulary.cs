namespace Ephyto.Domain.IntegrationDocuments;

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    IntegrationGuide,
    ServiceDescription,

    /// <summary>The WSDL.</summary>
    ServiceDefinition,

    /// <summary>XSD.</summary>
    Schema,
    Samples,
    Other,
}

/// <summary>Who may read the published version. The hub's staff reads everything.</summary>
public enum DocumentAudience
{
    /// <summary>Active members of every organization.</summary>
    Members,

    /// <summary>Those who build and run the connection: administrators and integrators.</summary>
    Integrators,

    /// <summary>Nobody outside the hub.</summary>
    HubStaff,
}

public enum DocumentFormat
{
    Markdown,
    Pdf,
    Wsdl,
    Xsd,
    Zip,
}

/// <summary>Where a version stands.</summary>
public enum DocumentVersionStatus
{
    Draft,
    Published,
    Superseded,
    Withdrawn,
}

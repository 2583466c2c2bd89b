using Ephyto.Domain.Registrations;

namespace Ephyto.Domain.Integration;

/// <summary>
/// What may lie between the confirmation and the live exchange; new ones stand at the end, because what was said is kept by their place.
/// </summary>
public enum IntegrationStep
{
    DocumentsRead,
    ContactsComplete,
    ConnectionSet,
    CertificateUploaded,

    /// <summary>In the test environment, as are the two after it.</summary>
    FirstSent,
    FirstReceived,
    FirstAcknowledged,

    /// <summary>With GeNS, as are the three after it.</summary>
    TenantAsked,
    AdministratorsTrained,
    CertificateIssued,
    CertificateReceived,

    /// <summary>Through another system: which one, and since when.</summary>
    SystemNamed,
}

public enum IntegrationStepState
{
    Open,

    /// <summary>The organization says it is done; the hub has not looked yet.</summary>
    Reported,

    /// <summary>The console sees that it is done.</summary>
    Done,

    /// <summary>The hub agrees.</summary>
    Accepted,

    /// <summary>The hub does not agree, and says why.</summary>
    SentBack,
}

/// <summary>Which steps lead to live exchange follows from the system by which an organization exchanges.</summary>
public static class IntegrationSteps
{
    private static readonly IntegrationStep[] NationalBeforeTesting =
        [IntegrationStep.DocumentsRead, IntegrationStep.ContactsComplete, IntegrationStep.ConnectionSet,
            IntegrationStep.CertificateUploaded];

    private static readonly IntegrationStep[] GeNSBeforeTesting =
        [IntegrationStep.ContactsComplete, IntegrationStep.TenantAsked, IntegrationStep.AdministratorsTrained];

    private static readonly IntegrationStep[] National =
        [.. NationalBeforeTesting, IntegrationStep.FirstSent, IntegrationStep.FirstReceived, IntegrationStep.FirstAcknowledged];

    private static readonly IntegrationStep[] GeNS =
        [.. GeNSBeforeTesting, IntegrationStep.CertificateIssued, IntegrationStep.CertificateReceived];

    private static readonly IntegrationStep[] Through = [IntegrationStep.ContactsComplete, IntegrationStep.SystemNamed];

    /// <summary>Those that the console cannot see by itself: somebody reports them, and the hub looks.</summary>
    public static IReadOnlyList<IntegrationStep> Reported { get; } = [IntegrationStep.FirstSent, IntegrationStep.FirstReceived,
        IntegrationStep.FirstAcknowledged, IntegrationStep.TenantAsked, IntegrationStep.AdministratorsTrained,
        IntegrationStep.CertificateIssued, IntegrationStep.CertificateReceived];

    /// <summary>Those that have to stay done while an organization is live.</summary>
    public static IReadOnlyList<IntegrationStep> Lasting { get; } =
        [IntegrationStep.ConnectionSet, IntegrationStep.CertificateUploaded, IntegrationStep.SystemNamed];

    public static IReadOnlyList<IntegrationStep> All { get; } = Enum.GetValues<IntegrationStep>();

    /// <summary>In the order in which most countries do them.</summary>
    public static IReadOnlyList<IntegrationStep> Of(ExchangeSystem system) => system switch
    {
        ExchangeSystem.GeNS => GeNS,
        ExchangeSystem.ThroughAnotherSystem => Through,
        _ => National,
    };

    /// <summary>What has to be there before an organization may test; nothing where there is nothing to test.</summary>
    public static IReadOnlyList<IntegrationStep> ForTesting(ExchangeSystem system) => system switch
    {
        ExchangeSystem.GeNS => GeNSBeforeTesting,
        ExchangeSystem.ThroughAnotherSystem => [],
        _ => NationalBeforeTesting,
    };

    /// <summary>Whether testing lies between the confirmation and live exchange: what others run is tested by them.</summary>
    public static bool HaveTests(ExchangeSystem system) => ForTesting(system).Count > 0;
}

namespace Ephyto.Domain.Integration;

/// <summary>What lies between the confirmation and the live exchange, in the order in which most countries do it.</summary>
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

public static class IntegrationSteps
{
    /// <summary>Those that the console cannot see by itself: somebody reports them, and the hub looks.</summary>
    public static IReadOnlyList<IntegrationStep> Reported { get; } = [IntegrationStep.FirstSent, IntegrationStep.FirstReceived,
        IntegrationStep.FirstAcknowledged];

    /// <summary>What has to be there before an organization may test.</summary>
    public static IReadOnlyList<IntegrationStep> ForTesting { get; } =
        [IntegrationStep.DocumentsRead, IntegrationStep.ContactsComplete, IntegrationStep.ConnectionSet,
            IntegrationStep.CertificateUploaded];

    public static IReadOnlyList<IntegrationStep> All { get; } = Enum.GetValues<IntegrationStep>();
}

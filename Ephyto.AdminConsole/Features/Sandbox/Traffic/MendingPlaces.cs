using Ephyto.Domain.Sandbox;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic;

/// <summary>Where in the console an organization mends what was wrong with a call.</summary>
internal static class MendingPlaces
{
    private static readonly (string Address, string Words) Certificates = ("nppo/certificates", "GoCertificates");
    private static readonly (string Address, string Words) Connection = ("nppo/connection", "GoConnection");
    private static readonly (string Address, string Words) Way = ("nppo/integration", "GoWay");
    private static readonly (string Address, string Words) FirstCall = (SandboxPaths.FirstCallLines, "GoFirstCall");
    private static readonly (string Address, string Words) PushTests = (SandboxPaths.PushTests, "GoPushTests");

    /// <returns>The address and the key of its words; null where it is not mended in the console.</returns>
    public static (string Address, string Words)? Of(SandboxReason reason) => reason switch
    {
        SandboxReason.UnknownCertificate or SandboxReason.CertificateNotActive or SandboxReason.CertificateExpired
            or SandboxReason.CertificateSuperseded or SandboxReason.CertificateRevoked or SandboxReason.CertificateForSigning
            or SandboxReason.SameSubject or SandboxReason.SameKey or SandboxReason.AuthorityUploaded
            or SandboxReason.OtherEnvironment or SandboxReason.OfOtherConnection => Certificates,
        SandboxReason.NoConnection or SandboxReason.SenderDoesNotSend or SandboxReason.DocumentNotAllowed
            or SandboxReason.FromNotYours or SandboxReason.GivenToChannel or SandboxReason.CountryNotYours => Connection,
        SandboxReason.NoCertificate or SandboxReason.NotXml or SandboxReason.HasDocumentType or SandboxReason.TooManyElements
            or SandboxReason.NotSoap or SandboxReason.UnknownOperation
            or SandboxReason.WrongNamespace or SandboxReason.NotByContract or SandboxReason.FieldMissing
            or SandboxReason.NotANumber or SandboxReason.ActionUnlikeBody or SandboxReason.AcknowledgedUnfetched
            or SandboxReason.AuthorityShown or SandboxReason.SentWithFaults or SandboxReason.CountsForNoStep => FirstCall,
        SandboxReason.LeftOwnSystem => Way,
        SandboxReason.PushNotTaken or SandboxReason.PushGivenUp => PushTests,
        _ => null,
    };
}

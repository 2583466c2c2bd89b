using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.Components;

/// <summary>What the reader answered.</summary>
/// <param name="OtherId">The certificate chosen; null for none.</param>
/// <param name="ConnectionId">The connection chosen; null for none.</param>
public sealed record CertificateAnswer(Guid? OtherId, RevocationReason? Reason, string? Words, Guid? ConnectionId);

/// <summary>One act on a certificate, as its dialog puts it.</summary>
/// <param name="Title">A question.</param>
/// <param name="Meaning">What the act will do.</param>
/// <param name="Label">Names the deed.</param>
/// <param name="Certificate">Which.</param>
/// <param name="Act">Does it; a refusal keeps the dialog open, with what was typed.</param>
public sealed record CertificateQuestion(
    string Title, string Meaning, string Label, DigitalCertificate Certificate, Func<CertificateAnswer, Task<DomainError?>> Act)
{
    /// <summary>Certificates of which one may be chosen.</summary>
    public IReadOnlyList<DigitalCertificate> Others { get; init; } = [];

    /// <summary>Names the choice.</summary>
    public string OthersLabel { get; init; } = "";

    /// <summary>What choosing none means; null where one has to be chosen.</summary>
    public string? NoneLabel { get; init; }

    /// <summary>Connections of which one is to be chosen; empty where it does not ask for one.</summary>
    public IReadOnlyList<ConnectionRef> Connections { get; init; } = [];

    /// <summary>Whether it asks for the reason of a revocation.</summary>
    public bool AsksReason { get; init; }

    public bool Dangerous { get; init; }
}

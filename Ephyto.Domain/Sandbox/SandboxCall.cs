namespace Ephyto.Domain.Sandbox;

/// <summary>Why a call went as it went.</summary>
/// <param name="Detail">Of what exactly, such as the name of a field; in English, as it went to the caller.</param>
/// <param name="Met">What was met at an address that was called, or found in a certificate, by its name among the texts.</param>
/// <param name="Arguments">What the sentence of that is filled in with.</param>
public sealed record SandboxExplanation(
    SandboxReason Reason, string? Detail = null, string? Met = null, IReadOnlyList<string>? Arguments = null);

/// <summary>One call as it happened. It is written once and never changed.</summary>
public sealed class SandboxCall
{
    /// <summary>Of a request, and of an answer, in characters; what is longer is cut, and the size says so.</summary>
    public const int MaximumRaw = 64 * 1024;
    public const int MaximumOperation = 60;
    public const int MaximumSubject = 400;

    /// <summary>In the order of time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>
    /// Whose page shows it: who called or was called, and where nobody was recognised, who uploaded a similar certificate. Null where
    /// nobody did: the hub alone sees it.
    /// </summary>
    public Guid? NppoId { get; init; }

    /// <summary>Null where none was recognised.</summary>
    public string? ConnectionCode { get; init; }

    public SandboxDirection Direction { get; init; }

    /// <summary>Of the contract, or <c>?wsdl</c>; empty where none was understood.</summary>
    public string Operation { get; init; } = "";

    public SandboxOutcome Outcome { get; init; }

    /// <summary>0 where nothing was answered.</summary>
    public int HttpStatus { get; init; }

    public int DurationMilliseconds { get; init; }

    public int RequestBytes { get; init; }

    public int AnswerBytes { get; init; }

    /// <summary>Of the one envelope that it was about, if there was one.</summary>
    public string? TrackingNumber { get; init; }

    public IReadOnlyList<SandboxExplanation> Explanations { get; init; } = [];

    /// <summary>SHA-256 of the client certificate, in upper-case hexadecimal digits.</summary>
    public string? Thumbprint { get; init; }

    /// <summary>Of the client certificate, where it was not recognised.</summary>
    public string? CertificateSubject { get; init; }

    /// <summary>As it came, at most <see cref="MaximumRaw"/> characters of it; null where nobody was recognised.</summary>
    public string? Request { get; init; }

    /// <summary>As it went, at most <see cref="MaximumRaw"/> characters of it.</summary>
    public string? Answer { get; init; }
}

/// <summary>
/// That an organization did something in the sandbox for the first time, or anew after the hub sent the step back. It outlives the call,
/// which is forgotten.
/// </summary>
public sealed class SandboxMilestone
{
    public Guid NppoId { get; init; }

    public SandboxFirst Kind { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    public string ConnectionCode { get; init; } = "";

    /// <summary>Null for the use of a certificate.</summary>
    public string? TrackingNumber { get; init; }

    /// <summary>Of the client certificate, as in <see cref="SandboxCall.Thumbprint"/>; empty where the sandbox called.</summary>
    public string Thumbprint { get; init; } = "";
}

namespace Ephyto.AdminConsole.Features.Sandbox.ConnectionTest;

/// <summary>What is looked at, in this order.</summary>
internal enum TestStep
{
    /// <summary>The address as it is written: https, and a port that may be called.</summary>
    Written,
    Name,

    /// <summary>Whether the name leads to the public network.</summary>
    Address,
    Tcp,

    /// <summary>The version of TLS.</summary>
    Tls,

    /// <summary>Whether somebody who is trusted stands behind the certificate of the server.</summary>
    Chain,

    /// <summary>Whether the certificate of the server is for this name.</summary>
    HostName,

    /// <summary>How long it is valid still.</summary>
    Validity,

    /// <summary>Whether the server asks who calls.</summary>
    ClientCertificate,

    /// <summary>Whether SOAP is answered.</summary>
    Answer,
}

internal enum TestOutcome
{
    Passed,

    /// <summary>It works, and something should be looked after.</summary>
    Warned,
    Failed,

    /// <summary>An earlier step failed.</summary>
    NotReached,
}

/// <summary>What one step met.</summary>
/// <param name="Code">Its name among the texts: what was met, and what to do. <see cref="Outgoing.OutgoingWords"/> says it.</param>
/// <param name="Arguments">What the sentence is filled in with.</param>
/// <param name="Took">Null where it took no time of its own: the handshake shows several things at once.</param>
internal sealed record TestedStep(
    TestStep Step, TestOutcome Outcome, string Code, IReadOnlyList<string> Arguments, TimeSpan? Took);

/// <summary>One address, looked at from end to end.</summary>
/// <param name="Steps">All steps, in their order.</param>
internal sealed record TestedAddress(string Address, IReadOnlyList<TestedStep> Steps)
{
    public TestOutcome Outcome =>
        Steps.Any(step => step.Outcome == TestOutcome.Failed) ? TestOutcome.Failed
        : Steps.Any(step => step.Outcome == TestOutcome.Warned) ? TestOutcome.Warned : TestOutcome.Passed;
}

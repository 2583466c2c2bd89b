namespace Ephyto.AdminConsole.Features.Sandbox.Traffic;

/// <summary>Where the pages of the sandbox are: an organization's own, and those of the hub.</summary>
/// <param name="NppoId">Null: the hub's.</param>
public sealed record SandboxPaths(Guid? NppoId)
{
    /// <summary>An organization's first call.</summary>
    public const string FirstCall = "nppo/sandbox/first-call";

    /// <summary>Where the addresses that the Hub calls are tested.</summary>
    public const string PushTests = $"{FirstCall}#push-tests";

    /// <summary>Where the certificate of the sandbox is, by which systems know it.</summary>
    public const string FirstCallServer = $"{FirstCall}#server-certificate";

    /// <summary>Where the lines to copy are.</summary>
    public const string FirstCallLines = $"{FirstCall}#first-call-code";

    /// <summary>Where a certificate to send is, on the page where a message is made.</summary>
    public const string FirstCallSample = $"{FirstCall}#first-sample-title";

    /// <summary>What to do when no call appears.</summary>
    public const string NoCallAppears = $"{FirstCall}#no-call-appears";

    public string Calls => CallsOf(NppoId is null);

    public string Envelopes => $"{Calls}/envelopes";

    public string CallsFile => Own($"{Calls}.csv");

    public string EnvelopesFile => Own($"{Envelopes}.csv");

    public string Call(Guid id) => $"{Calls}/calls/{id}";

    /// <summary>The request or the answer as a file.</summary>
    public string Message(Guid call, bool ofAnswer) => Own($"{Call(call)}/{(ofAnswer ? "answer" : "request")}");

    /// <summary>The calls about an envelope.</summary>
    public string About(string trackingNumber) => About(trackingNumber, NppoId is null);

    /// <summary>The same, where it does not matter of which organization.</summary>
    public static string About(string trackingNumber, bool forHub) => $"{CallsOf(forHub)}?search={trackingNumber}";

    private static string CallsOf(bool forHub) => forHub ? "hub/sandbox" : "nppo/sandbox";

    private string Own(string path) => NppoId is { } nppo ? $"{path}?nppo={nppo}" : path;
}

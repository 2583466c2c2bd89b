namespace Ephyto.AdminConsole.Features.Sandbox.Traffic;

/// <summary>Where the pages of the sandbox are: an organization's own, and those of the hub.</summary>
/// <param name="NppoId">Null: the hub's.</param>
public sealed record SandboxPaths(Guid? NppoId)
{
    /// <summary>An organization's first call.</summary>
    public const string FirstCall = "nppo/sandbox/first-call";

    /// <summary>Where the certificate of the sandbox is, by which systems know it.</summary>
    public const string FirstCallServer = $"{FirstCall}#server-certificate";

    /// <summary>Where the lines to copy are.</summary>
    public const string FirstCallLines = $"{FirstCall}#first-call-code";

    /// <summary>What to do when no call appears.</summary>
    public const string NoCallAppears = $"{FirstCall}#no-call-appears";

    public static readonly SandboxPaths OfHub = new(default(Guid?));

    /// <summary>Of whichever organization its reader is a member of; it has no files.</summary>
    public static readonly SandboxPaths OfOrganization = new(Guid.Empty);

    public string Calls => NppoId is null ? "hub/sandbox" : "nppo/sandbox";

    public string Envelopes => $"{Calls}/envelopes";

    public string CallsFile => Own($"{Calls}.csv");

    public string EnvelopesFile => Own($"{Envelopes}.csv");

    public string Call(Guid id) => $"{Calls}/calls/{id}";

    /// <summary>The request or the answer as a file.</summary>
    public string Message(Guid call, bool ofAnswer) => Own($"{Call(call)}/{(ofAnswer ? "answer" : "request")}");

    /// <summary>The calls about an envelope.</summary>
    public string About(string trackingNumber) => $"{Calls}?search={trackingNumber}";

    private string Own(string path) => NppoId is { } nppo ? $"{path}?nppo={nppo}" : path;
}

using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>
/// A console that asks administrators for a second factor, below a path and under a name: passkeys belong to a domain, never to an address.
/// </summary>
public sealed class AccountApp : RunningConsole
{
    /// <summary>Where there is no nginx, the console itself is asked by that name.</summary>
    internal Uri Named =>
        App.PublicAddress.Scheme == Uri.UriSchemeHttps ? App.PublicAddress : new UriBuilder(App.BaseAddress) { Host = "localhost" }.Uri;

    private protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Demo:Enabled"] = "false",
        ["RateLimits:AnonymousFormsPerMinute"] = "1000",
        ["Security:RequireSecondFactor"] = "true",
        ["Hub:PublicAddress"] = "http://localhost",
    };

    private protected override string? Nginx => NginxServer.Stripped;
}

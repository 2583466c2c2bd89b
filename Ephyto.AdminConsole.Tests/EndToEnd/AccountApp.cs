using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>A console that asks administrators for a second factor, under a name: passkeys belong to a domain, never to an address.</summary>
public sealed class AccountApp : RunningConsole
{
    internal Uri Named => new UriBuilder(App.BaseAddress) { Host = "localhost" }.Uri;

    private protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Demo:Enabled"] = "false",
        ["RateLimits:AnonymousFormsPerMinute"] = "1000",
        ["Security:RequireSecondFactor"] = "true",
        ["Hub:PublicAddress"] = "http://localhost",
    };
}

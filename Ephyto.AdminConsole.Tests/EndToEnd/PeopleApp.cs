using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>
/// A console without demo data, as it really stands: below a path, behind an nginx that ends TLS. Every person in it is one of the test's.
/// The main job, the registration and the typing are walked at the root of a host too.
/// </summary>
public abstract class PeopleApp : RunningConsole
{
    private protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?>
        {
            ["Demo:Enabled"] = "false",
            ["RateLimits:AnonymousFormsPerMinute"] = "1000",
            // On a quiet machine a browser that is driven fills a form in faster than a person can.
            ["Registration:Form:MinimumSeconds"] = "0",
        };
}

/// <summary>Its nginx passes the path on.</summary>
public sealed class KeptPathApp : PeopleApp
{
    private protected override string? Nginx => NginxServer.Kept;
}

/// <summary>Its nginx takes the path away.</summary>
public sealed class StrippedPathApp : PeopleApp
{
    private protected override string? Nginx => NginxServer.Stripped;
}

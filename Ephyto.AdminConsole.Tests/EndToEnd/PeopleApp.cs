using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.EndToEnd;

/// <summary>A console without demo data: every person in it is one of the test's.</summary>
public sealed class PeopleApp : RunningConsole
{
    private protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Demo:Enabled"] = "false", ["RateLimits:AnonymousFormsPerMinute"] = "1000" };
}

using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

/// <summary>A console without demo data, so that every country is free; each test takes one of its own.</summary>
public sealed class RegisterConsole : RunningConsole
{
    internal static readonly IReadOnlyDictionary<string, string?> WithoutDemo = new Dictionary<string, string?>
    {
        ["Demo:Enabled"] = "false",
        // A program at the keyboard is quicker than the people the rule is made for.
        ["Registration:Form:MinimumSeconds"] = "0",
    };

    private protected override IReadOnlyDictionary<string, string?> Settings => WithoutDemo;
}

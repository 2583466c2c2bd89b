using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Sandbox.Validation;

/// <summary>The words of the findings.</summary>
internal sealed class SandboxValidationText;

/// <summary>Says what was found and how to mend it, in the language of whoever reads.</summary>
internal sealed class PhytoWords(IStringLocalizer<SandboxValidationText> text)
{
    public string Of(PhytoFinding finding) => Of(finding.Code, finding.Arguments);

    public string Of(string code, IReadOnlyList<string> arguments) => text[$"Finding_{code}", [.. arguments]];
}

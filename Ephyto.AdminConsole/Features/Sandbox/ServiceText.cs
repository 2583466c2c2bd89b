using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.Domain.Sandbox;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Sandbox;

/// <summary>What the web service of the sandbox says to systems.</summary>
internal sealed class ServiceText;

/// <summary>Its sentences, in the language of whoever reads: the web service enters English first.</summary>
internal sealed class ServiceSentences(IStringLocalizer<ServiceText> text, PhytoWords findings)
{
    public string Of(string key) => text[key];

    public string Refusal(SandboxExplanation refusal) => text[$"Fault_{refusal.Reason}", refusal.Met is { } code
        ? $"{refusal.Detail}: {findings.Of(code, refusal.Arguments ?? [])}" : refusal.Detail ?? ""];

    public string Finding(PhytoFinding finding) => findings.Of(finding);
}

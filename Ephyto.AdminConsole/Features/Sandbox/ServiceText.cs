using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Ephyto.Domain.Sandbox;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Sandbox;

/// <summary>What the web service of the sandbox says to systems.</summary>
internal sealed class ServiceText;

/// <summary>Its sentences. Systems read English; a person reads the explanations of their calls in the console.</summary>
internal sealed class ServiceSentences(IStringLocalizer<ServiceText> text, PhytoWords findings)
{
    public string Of(string key) => InEnglish(() => text[key]);

    public string Refusal(SandboxExplanation refusal) => InEnglish(() => text[$"Fault_{refusal.Reason}", refusal.Met is { } code
        ? $"{refusal.Detail}: {findings.Of(code, refusal.Arguments ?? [])}" : SentValue.InSentence(refusal.Detail ?? "")]);

    public string Finding(PhytoFinding finding) => InEnglish(() => findings.Of(finding));

    private static string InEnglish(Func<string> sentence)
    {
        using var english = CultureScope.Enter(Languages.English.Code);
        return sentence();
    }
}

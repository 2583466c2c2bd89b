using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Sandbox.ConnectionTest;

/// <summary>The words of the connection test.</summary>
internal sealed class ConnectionTestText;

/// <summary>Names the steps of a connection test, and says what each met and what to do.</summary>
internal sealed class ConnectionTestWords(IStringLocalizer<ConnectionTestText> text, OutgoingWords outgoing)
{
    public string NameOf(TestStep step) => text[$"Step_{step}"];

    public string NameOf(TestOutcome outcome) => text[$"Outcome_{outcome}"];

    public string Of(TestedStep step) => step.Outcome switch
    {
        TestOutcome.Failed => outgoing.Of(step.Code, step.Arguments),
        _ => text[$"Met_{step.Code}", [.. step.Arguments]],
    };

    /// <summary>How long the step took, or with which other one it was seen.</summary>
    public string TookOf(TestedStep step) => step switch
    {
        { Outcome: TestOutcome.NotReached } => "",
        { Took: { } took } => text["Milliseconds", (int)Math.Ceiling(took.TotalMilliseconds)],
        { Step: TestStep.Written } => text["Took_AtOnce"],
        { Step: TestStep.Address } => text["Took_With", NameOf(TestStep.Name)],
        _ => text["Took_With", NameOf(TestStep.Tls)],
    };
}

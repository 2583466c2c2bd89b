using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations;

/// <summary>What came of a registration, and whether that is what a button asked for.</summary>
internal static class Outcomes
{
    /// <summary>Key of the sentence that tells the contact point how it stands.</summary>
    public static string OutcomeKey(this Registration of) => of switch
    {
        { Status: RegistrationStatus.Escalated, EscalationReason: EscalationReason.SteppedAside } => "SteppedAside",
        { Status: RegistrationStatus.Escalated, EscalationReason: EscalationReason.Countersignature } => "Countersignature",
        { Status: RegistrationStatus.Escalated, EscalationReason: EscalationReason.Contested } => "Contested",
        { DeclineReason: DeclineReason.OrganizationClosed } => "OrganizationClosed",
        { Status: RegistrationStatus.AwaitingContactPoint } => "AskedAgain",
        _ => of.Status.ToString(),
    };

    /// <summary>
    /// Whether the registration stands where the contact point's button leads: then a second press is answered by the outcome.
    /// </summary>
    public static bool IsOutcomeOf(this Registration of, string step, string? words) => of.OutcomeKey() is var key && step switch
    {
        "confirm" => key is "Confirmed" or "Countersignature" && of.Holds(words),
        "decline" => key == "Declined" && of.Holds(words),
        "ask" => key == "InformationRequested" && of.OpenQuestion()?.Words == FreeText.Clean(words),
        "step-aside" => key == "SteppedAside" && of.Holds(words),
        _ => false,
    };

    // Words that went with a press that came second went nowhere: whoever typed them is told.
    private static bool Holds(this Registration of, string? words) =>
        FreeText.Clean(words) is not { } said || of.ContactPointsWord()?.Words == said;

    /// <summary>
    /// What the contact point said with the outcome, so that it can be shown what went out; null where somebody else brought it about.
    /// </summary>
    public static RegistrationStep? ContactPointsWord(this Registration of) =>
        of.OutcomeKey() is "Confirmed" or "Declined" or "SteppedAside" or "Countersignature"
        && of.Steps.MaxBy(step => step.Number) is { ActorKind: ActorKind.ContactPoint } last ? last : null;

    /// <summary>The same for what the applicant does.</summary>
    public static bool IsResultOf(this Registration of, string act, string? words) => act switch
    {
        "withdraw" => of.Status == RegistrationStatus.Withdrawn,
        "report-contact" => of is { Status: RegistrationStatus.Escalated, EscalationReason: EscalationReason.ReportedOutOfDate },
        "answer" => of.Steps.Where(step => step.Code == QuestionAnswered.Name).MaxBy(step => step.Number) is { Words: { } said }
            && said == FreeText.Clean(words),
        _ => false,
    };
}

using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Refusals;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations.Pages;

/// <summary>
/// A button that was pressed when something else had been done: its page says what was pressed, that nothing came of it, and
/// how the registration stands now. The words typed are shown in the answer itself: they belong in no address and no cookie.
/// </summary>
internal sealed class OvertakenPress(
    ViewRegistration query, IStringLocalizer<RegistrationPageText> text, IStringLocalizer<RefusalText> refusals)
{
    /// <summary>Whether the refusal says that the registration, or the link, is no longer what the page showed.</summary>
    public static bool IsBehind(DomainError refusal) =>
        refusal == LinkErrors.NotUsable || refusal == RegistrationErrors.NotPossibleNow || refusal == RegistrationErrors.NotYours
            || refusal == AccessErrors.ChangedMeanwhile;

    /// <param name="link">What the form was shown for.</param>
    /// <param name="act">The last part of the address that the form was sent to.</param>
    public async Task<IResult> AnswerToContactPointAsync(HttpContext http, Guid link, string act, string? words)
    {
        var seen = await query.HandleAsync(link, LinkPurpose.ContactPointDecision, http.RequestAborted);
        if (seen.IsSuccess && seen.Value.Registration.IsOutcomeOf(act, words))
            return LocalUrl.Redirect(LinkHandle.Address("contact-point", link));
        var now = !seen.IsSuccess ? text[seen.Error == LinkErrors.Expired ? "Link_Expired_Text" : "Desk_Gone_Text"].Value
            : seen.Value is { Link: LinkState.Open, Registration.ContactPointMayDecide: true } ? text["Overtaken_StillYours"].Value
            : seen.Value.Registration is var r && r.OutcomeKey() is var key
            ? $"{text.For(r, $"Outcome_{key}_Title")}. {text[$"Outcome_{key}"]}" : "";
        var button = $"{act switch { "confirm" => "Confirm", "decline" => "Decline", "ask" => "Ask", _ => "StepAside" }}_Action";
        return Answer(http, seen.IsSuccess ? text.For(seen.Value.Registration, button) : text[button], now, words,
            LinkHandle.Address("contact-point", link));
    }

    /// <inheritdoc cref="AnswerToContactPointAsync"/>
    public async Task<IResult> AnswerToApplicantAsync(HttpContext http, Guid link, string act, string? words)
    {
        var back = LinkHandle.Address("registration", link);
        var seen = await query.HandleAsync(link, LinkPurpose.ApplicantTracker, http.RequestAborted);
        if (!seen.IsSuccess) return Refusal.OfEndedLink(http, back).Answer(http);
        if (seen.Value.Registration.IsResultOf(act, words)) return LocalUrl.Redirect(back);
        var button = $"{act switch { "answer" => "Answer", "withdraw" => "Withdraw", "report-contact" => "Report", _ => "Resend" }}_Action";
        var about = seen.Value.Registration;
        return Answer(http, text.For(about, button), text.For(about, seen.Value.NowKey, seen.Value.MaskedContact), words, back);
    }

    private IResult Answer(HttpContext http, string pressed, string now, string? words, string back)
    {
        var said = new RefusalMessage(refusals["Overtaken_Title"], refusals["Overtaken_Lead", pressed], now);
        return Refusal.OfOvertakenPress(said, words, back).Answer(http);
    }
}

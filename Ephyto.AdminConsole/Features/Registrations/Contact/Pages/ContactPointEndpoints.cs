using Ephyto.AdminConsole.Features.Registrations.Contact.Components;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Pages;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Ephyto.AdminConsole.Features.Registrations.Contact.Pages;

/// <summary>What the contact point's buttons post to. Plain forms: they work without JavaScript, and carry the antiforgery token.</summary>
internal static class ContactPointEndpoints
{
    private const string Path = "contact-point";

    public static void MapContactPoint(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/contact-point/confirm", (
            [FromForm] string? words, HttpContext http, LinkCookies cookies, OvertakenPress late, ConfirmRegistration decide) =>
            DecideAsync(http, cookies, late, "confirm", words, null, link => decide.HandleAsync(new(link, words), http.RequestAborted)));
        endpoints.MapPost("/contact-point/ask", (
            [FromForm] string? words, HttpContext http, LinkCookies cookies, OvertakenPress late, AskApplicant decide) =>
            DecideAsync(http, cookies, late, "ask", words, null, link => decide.HandleAsync(new(link, words), http.RequestAborted)));
        endpoints.MapPost("/contact-point/step-aside", (
            [FromForm] string? words, HttpContext http, LinkCookies cookies, OvertakenPress late, StepAside decide) =>
            DecideAsync(http, cookies, late, "step-aside", words, null, link => decide.HandleAsync(new(link, words), http.RequestAborted)));
        endpoints.MapPost("/contact-point/decline", (
            [FromForm] string? reason, [FromForm] string? words, HttpContext http, LinkCookies cookies, OvertakenPress late,
                DeclineRegistration decide) =>
            DecideAsync(http, cookies, late, "decline", words, ReasonOf(reason), link => ReasonOf(reason) is { } why
                ? decide.HandleAsync(new(link, why, words), http.RequestAborted)
                : Task.FromResult(Result<RegistrationStatus>.Failure(RegistrationErrors.ReasonNeeded))));
    }

    private static DeclineReason? ReasonOf(string? code) =>
        Enum.TryParse<DeclineReason>(code, out var reason) && Enum.IsDefined(reason) ? reason : null;

    private static async Task<IResult> DecideAsync(
        HttpContext http, LinkCookies cookies, OvertakenPress late, string step, string? words, DeclineReason? reason,
        Func<Guid, Task<Result<RegistrationStatus>>> decide)
    {
        if (cookies.Recall(http, LinkPurpose.ContactPointDecision) is not { } link) return LocalUrl.Redirect(Path);
        if (FormLanguage.IsSwitch(http))
            return await ReturnedForm.InLanguageAsync<ContactPointView>(http, LinkHandle.Address(Path, link, ("step", step)), words,
                ShownWith(link, step, reason));

        var done = FreeText.IsTooLong(words) ? RegistrationErrors.WordsTooLong : await decide(link);
        if (done.Error is not { } refusal) return LocalUrl.Redirect(LinkHandle.Address(Path, link));
        if (OvertakenPress.IsBehind(refusal)) return await late.AnswerToContactPointAsync(http, link, step, words);

        // A known code is no secret; the words typed stay out of the address.
        var address = LinkHandle.Address(Path, link, ("step", step), ("problem", refusal.Code));
        if (reason is { } chosen) address = QueryHelpers.AddQueryString(address, "reason", chosen.ToString());
        return await ReturnedForm.OfAsync<ContactPointView>(http, address, refusal, words, ShownWith(link, step, reason));
    }

    private static Dictionary<string, object> ShownWith(Guid link, string step, DeclineReason? reason) => new()
    {
        [nameof(ContactPointView.LinkId)] = link, [nameof(ContactPointView.Step)] = step,
        [nameof(ContactPointView.Reason)] = reason?.ToString() ?? "",
    };
}

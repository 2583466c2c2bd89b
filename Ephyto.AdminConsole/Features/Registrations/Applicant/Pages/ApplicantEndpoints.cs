using Ephyto.AdminConsole.Features.Registrations.Applicant.Components;
using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Pages;
using Ephyto.AdminConsole.Platform.Forms;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Mvc;

namespace Ephyto.AdminConsole.Features.Registrations.Applicant.Pages;

/// <summary>What the applicant's buttons post to. Plain forms: they work without JavaScript, and carry the antiforgery token.</summary>
internal static class ApplicantEndpoints
{
    private const string VerifyPath = "register/verify";
    private const string TrackerPath = "registration";

    public static void MapApplicant(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/register/verify", VerifyAsync);
        endpoints.MapPost("/registration/withdraw", (
            [FromForm] string? words, HttpContext http, LinkCookies cookies, OvertakenPress late, WithdrawRegistration act) =>
            ActAsync(http, cookies, late, "withdraw", words, link => act.HandleAsync(new(link, words), http.RequestAborted)));
        endpoints.MapPost("/registration/answer", (
            [FromForm] string? words, HttpContext http, LinkCookies cookies, OvertakenPress late, AnswerQuestion act) =>
            ActAsync(http, cookies, late, "answer", words,
                link => act.HandleAsync(new(link, words, SubjectOf(http)), http.RequestAborted)));
        endpoints.MapPost("/registration/report-contact", (
            [FromForm] string? words, HttpContext http, LinkCookies cookies, OvertakenPress late, ReportContact act) =>
            ActAsync(http, cookies, late, "report-contact", words,
                link => act.HandleAsync(new(link, words, SubjectOf(http)), http.RequestAborted)));
        endpoints.MapPost("/registration/resend", (
            [FromForm] string? words, HttpContext http, LinkCookies cookies, OvertakenPress late, ResendMessage act) =>
            ActAsync(http, cookies, late, "resend", words, link => act.HandleAsync(new(link, SubjectOf(http)), http.RequestAborted)));
    }

    private static async Task<IResult> VerifyAsync([FromForm] string? confirm, HttpContext http, LinkCookies cookies, VerifyEmail verify)
    {
        if (cookies.Recall(http, LinkPurpose.VerifyEmail) is not { } link) return LocalUrl.Redirect(VerifyPath);

        var verified = await verify.HandleAsync(new(link), http.RequestAborted);
        if (!verified.IsSuccess) return LocalUrl.Redirect(LinkHandle.Address(VerifyPath, link));

        cookies.Remember(http, verified.Value.Link);
        return LocalUrl.Redirect(LinkHandle.Address(TrackerPath, verified.Value.Link.Id));
    }

    private static Guid? SubjectOf(HttpContext http) => ShownForm.Of(http)?.SubjectId;

    private static async Task<IResult> ActAsync(
        HttpContext http, LinkCookies cookies, OvertakenPress late, string act, string? words,
        Func<Guid, Task<Result<RegistrationStatus>>> run)
    {
        if (cookies.Recall(http, LinkPurpose.ApplicantTracker) is not { } link) return LocalUrl.Redirect(TrackerPath);
        if (FormLanguage.IsSwitch(http))
            return await ReturnedForm.InLanguageAsync<Tracker>(http, LinkHandle.Address(TrackerPath, link), words, ShownWith(link, act));

        var done = FreeText.IsTooLong(words) ? RegistrationErrors.WordsTooLong : await run(link);
        if (done.Error is not { } refusal) return LocalUrl.Redirect(LinkHandle.Address(TrackerPath, link));
        return OvertakenPress.IsBehind(refusal)
            ? await late.AnswerToApplicantAsync(http, link, act, words)
            : await ReturnedForm.OfAsync<Tracker>(http, LinkHandle.Address(TrackerPath, link, ("act", act), ("problem", refusal.Code)),
                refusal, words, ShownWith(link, act));
    }

    private static Dictionary<string, object> ShownWith(Guid link, string act) =>
        new() { [nameof(Tracker.LinkId)] = link, [nameof(Tracker.Act)] = act };
}

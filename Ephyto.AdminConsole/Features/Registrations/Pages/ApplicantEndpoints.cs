using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Mvc;

namespace Ephyto.AdminConsole.Features.Registrations.Pages;

/// <summary>What the applicant's buttons post to. Plain forms: they work without JavaScript, and carry the antiforgery token.</summary>
internal static class ApplicantEndpoints
{
    public static void MapApplicant(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/register/verify", VerifyAsync);
        endpoints.MapPost("/registration/withdraw", ([FromForm] string? words, HttpContext http, LinkCookies cookies, WithdrawRegistration act) =>
            ActAsync(http, cookies, link => act.HandleAsync(new(link, words), http.RequestAborted)));
        endpoints.MapPost("/registration/answer", ([FromForm] string? words, HttpContext http, LinkCookies cookies, AnswerQuestion act) =>
            ActAsync(http, cookies, link => act.HandleAsync(new(link, words), http.RequestAborted)));
        endpoints.MapPost("/registration/report-contact", ([FromForm] string? words, HttpContext http, LinkCookies cookies, ReportContact act) =>
            ActAsync(http, cookies, link => act.HandleAsync(new(link, words), http.RequestAborted)));
        endpoints.MapPost("/registration/resend", ([FromForm] string? words, HttpContext http, LinkCookies cookies, ResendMessage act) =>
            ActAsync(http, cookies, link => act.HandleAsync(new(link), http.RequestAborted)));
    }

    private static async Task<IResult> VerifyAsync([FromForm] string? confirm, HttpContext http, LinkCookies cookies, VerifyEmail verify)
    {
        if (cookies.Recall(http, LinkPurpose.VerifyEmail) is not { } link) return Results.LocalRedirect("/register/verify");

        var verified = await verify.HandleAsync(new(link), http.RequestAborted);
        if (!verified.IsSuccess) return Results.LocalRedirect("/register/verify");

        cookies.Remember(http, LinkPurpose.ApplicantTracker, verified.Value.Link.Id);
        return Results.LocalRedirect("/registration");
    }

    private static async Task<IResult> ActAsync(HttpContext http, LinkCookies cookies, Func<Guid, Task<Result<RegistrationStatus>>> act)
    {
        if (cookies.Recall(http, LinkPurpose.ApplicantTracker) is not { } link) return Results.LocalRedirect("/registration");

        var done = await act(link);
        return Results.LocalRedirect(done.Error is { } refusal ? $"/registration?problem={Uri.EscapeDataString(refusal.Code)}" : "/registration");
    }
}

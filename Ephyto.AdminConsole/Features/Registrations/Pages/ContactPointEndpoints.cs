using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Mvc;

namespace Ephyto.AdminConsole.Features.Registrations.Pages;

/// <summary>What the contact point's buttons post to. Plain forms: they work without JavaScript, and carry the antiforgery token.</summary>
internal static class ContactPointEndpoints
{
    public static void MapContactPoint(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/contact-point/confirm", ([FromForm] string? words, HttpContext http, LinkCookies cookies, ConfirmRegistration decide) =>
            DecideAsync(http, cookies, "confirm", link => decide.HandleAsync(new(link, words), http.RequestAborted)));
        endpoints.MapPost("/contact-point/ask", ([FromForm] string? words, HttpContext http, LinkCookies cookies, AskApplicant decide) =>
            DecideAsync(http, cookies, "ask", link => decide.HandleAsync(new(link, words), http.RequestAborted)));
        endpoints.MapPost("/contact-point/step-aside", ([FromForm] string? words, HttpContext http, LinkCookies cookies, StepAside decide) =>
            DecideAsync(http, cookies, "step-aside", link => decide.HandleAsync(new(link, words), http.RequestAborted)));
        endpoints.MapPost("/contact-point/decline", (
            [FromForm] string? reason, [FromForm] string? words, HttpContext http, LinkCookies cookies, DeclineRegistration decide) =>
            DecideAsync(http, cookies, "decline", link => Enum.TryParse<DeclineReason>(reason, out var why) && Enum.IsDefined(why)
                ? decide.HandleAsync(new(link, why, words), http.RequestAborted)
                : Task.FromResult(Result<RegistrationStatus>.Failure(RegistrationErrors.ReasonNeeded))));
    }

    private static async Task<IResult> DecideAsync(
        HttpContext http, LinkCookies cookies, string step, Func<Guid, Task<Result<RegistrationStatus>>> decide)
    {
        if (cookies.Recall(http, LinkPurpose.ContactPointDecision) is not { } link) return Results.LocalRedirect("/contact-point");

        var done = await decide(link);
        // A second press of the same button finds the link used: the page shows the outcome, which is the answer.
        return Results.LocalRedirect(done.Error switch
        {
            null => "/contact-point",
            var refusal when refusal == LinkErrors.NotUsable => "/contact-point",
            var refusal => $"/contact-point?step={step}&problem={Uri.EscapeDataString(refusal.Code)}",
        });
    }
}

using System.Text.Json.Nodes;
using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Platform.Refusals;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>What <c>js/passkeys.js</c> asks before it turns to the authenticator.</summary>
internal static class AccountPasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/account/passkeys/creation-options", BeginAsync).RequireAuthorization().WithMetadata(new ForProgramsAttribute())
            .ExcludeFromDescription();
        endpoints.MapPost("/account/passkeys/request-options", async (AccountPasskeys passkeys) =>
                Results.Content(await passkeys.RequestOptionsAsync(), "application/json"))
            .AllowAnonymous().RequireRateLimiting(RateLimits.AnonymousForms)
            .WithMetadata(new RequireAntiforgeryTokenAttribute(), new ForProgramsAttribute()).ExcludeFromDescription();
    }

    // Who does not prove who they are gets no options: the device then makes nothing that would stay behind on it.
    private static async Task<IResult> BeginAsync(
        [FromForm(Name = "Form.Name")] string? name, [FromForm(Name = "Form.Proof")] string? proof,
        HttpContext http, BeginPasskey begin, AccountPasskeys passkeys, Terms.Terms terms)
    {
        http.Response.Headers.CacheControl = "no-store";
        var begun = await begin.HandleAsync(new BeginPasskeyRequest(name, proof), http.User.ToActor(), http.RequestAborted);
        return begun.Error is { } refusal
            ? Results.Json(new { Sentence = terms.Error(refusal) }, statusCode: StatusCodes.Status422UnprocessableEntity)
            : Results.Json(new { begun.Value.Ticket, Options = JsonNode.Parse(await passkeys.CreationOptionsAsync(begun.Value.User)) });
    }
}

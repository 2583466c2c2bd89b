using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Refusals;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;

namespace Ephyto.AdminConsole.Platform.Forms;

/// <summary>Refuses, before anything acts, each form that was shown for something else than the browser stands for now.</summary>
internal static class ShownFormGuard
{
    /// <summary>Says in words what the form was shown for, and offers the ways on. Its query carries the form's own word.</summary>
    public const string ProblemPath = "form-problem";

    /// <summary>
    /// Comes before the check of the antiforgery token, which fails as well when another person has signed in: only here it
    /// can be said who the form was shown for.
    /// </summary>
    public static IApplicationBuilder UseShownForms(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (!AsksForToken(http))
        {
            await next(http);
            return;
        }

        if (await HasUnknownCharactersAsync(http))
        {
            http.Features.Set(Refusal.OfUnreadableForm(http));
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (await ReadAsync(http) is { } form)
        {
            http.Features.Set(form);
            // Nobody is nobody else: whoever has signed in or out since is told so by the antiforgery token.
            if (form.PersonId is { } shown && http.User.ToActor() is { Kind: ActorKind.User, Id: var now } && now != shown)
            {
                await RefuseAsync(http);
                return;
            }
        }

        await next(http);
    });

    /// <summary>Comes after the check of the antiforgery token.</summary>
    public static IApplicationBuilder RequireShownForms(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (AsksForToken(http) && !Holds(http)) await RefuseAsync(http);
        else await next(http);
    });

    public static bool AsksForToken(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method)
            && http.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true };

    /// <summary>Whether the request sends the form of a link that this browser no longer holds open.</summary>
    public static bool IsOfClosedLink(HttpContext http) =>
        ShownForm.Of(http)?.LinkId is { } link && !http.RequestServices.GetRequiredService<LinkCookies>().IsOpened(http, link);

    private static bool Holds(HttpContext http)
    {
        if (ShownForm.Of(http) is not { } form) return false;
        var named = http.Request.Query[LinkHandle.Parameter].ToString();
        return form.LinkId is not { } link
            || (http.RequestServices.GetRequiredService<LinkCookies>().IsOpened(http, link)
                && (named.Length == 0 || named == LinkHandle.Of(link)));
    }

    // The framework's check of the token knows nothing of character sets: it would fail instead of refusing.
    private static async Task<bool> HasUnknownCharactersAsync(HttpContext http)
    {
        try
        {
            if (http.Request.HasFormContentType) await http.Request.ReadFormAsync(http.RequestAborted);
            return false;
        }
        catch (NotSupportedException)
        {
            return true;
        }
        catch (Exception unreadable) when (UnreadableForm.Is(unreadable))
        {
            return false;
        }
    }

    private static async Task<ShownForm?> ReadAsync(HttpContext http)
    {
        if (await FieldAsync(http) is not { Length: > 0 } field) return null;
        return http.RequestServices.GetRequiredService<ShownForms>().Read(field);
    }

    private static async Task<string?> FieldAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType) return null;
        try
        {
            return (await http.Request.ReadFormAsync(http.RequestAborted))[ShownForms.Field];
        }
        catch (Exception unreadable) when (UnreadableForm.Is(unreadable))
        {
            // What the antiforgery check cannot read either, it refuses.
            return null;
        }
    }

    // See Other, so that a reload of the page that explains sends nothing again; but words that were typed are shown first, to be copied.
    public static async Task RefuseAsync(HttpContext http)
    {
        var field = ShownForm.Of(http) is null ? null : await FieldAsync(http);
        var address = field is null ? ProblemPath : QueryHelpers.AddQueryString(ProblemPath, "form", field);
        var used = await EndedLinks.AddressOfUsedAsync(http);
        var refused = used is null && IsOfClosedLink(http)
            ? Refusal.OfClosedLink(http, await NameOfLinkAsync(http), address) : Refusal.OfFormForAnother(http, address);
        if (refused is { } refusal)
        {
            http.Features.Set(refusal);
            http.Response.StatusCode = refusal.Status;
            return;
        }

        SeeOther(http, used ?? address);
    }

    private static async Task<string?> NameOfLinkAsync(HttpContext http) =>
        ShownForm.Of(http)?.LinkId is { } id
            && await http.RequestServices.GetRequiredService<LinkUse>().FindAsync(id, http.RequestAborted) is { } link
            ? await http.RequestServices.GetRequiredService<LinkChoices>().NameAsync(http, link) : null;

    internal static void SeeOther(HttpContext http, string address)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = LocalUrl.In(http, address);
    }
}

using Ephyto.AdminConsole.Platform.Forms;
using Ephyto.AdminConsole.Platform.Refusals;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Platform.Links;

internal static class EndedLinks
{
    /// <summary>
    /// A link that ended after it was opened leads to the page that says how it ended and offers a new one; what is pressed on
    /// its page is refused in words.
    /// </summary>
    public static IApplicationBuilder UseEndedLinks(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var services = http.RequestServices;
        if (HttpMethods.IsGet(http.Request.Method) && services.GetRequiredService<LinkRoutes>().At(http) is { } route
            && services.GetRequiredService<LinkCookies>().Recall(http, route.Purpose) is { } id
            && await services.GetRequiredService<LinkUse>().FindAsync(id, http.RequestAborted) is { } link
            && services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime is var now && !route.LeadsToPage(link.StateAt(now)))
        {
            http.Response.Redirect(LocalUrl.In(http, route.AddressOf(link, now)));
            return;
        }

        if (await PressedTooLateAsync(http) is { } refusal)
        {
            http.Features.Set(refusal);
            http.Response.StatusCode = refusal.Status;
            return;
        }

        await next(http);
    });

    /// <summary>
    /// Where a form leads that its page sends once more after the link has been used up, mostly from a second tab: whatever else is wrong
    /// with it by then (its reader has signed in meanwhile, the browser has let go of the link), this is what its reader has to know.
    /// </summary>
    /// <returns>Null where the form is of no such link, or somebody else is signed in by now.</returns>
    public static async Task<string?> AddressOfUsedAsync(HttpContext http)
    {
        if (ShownForm.Of(http) is not { LinkId: { } id, Purpose: { } purpose } form) return null;
        if (form.PersonId is { } shown && http.User.ToActor() is { Kind: ActorKind.User, Id: var reader } && reader != shown) return null;
        return await http.RequestServices.GetRequiredService<LinkUse>().FindAsync(id, http.RequestAborted) is { UsedAt: not null } link
            && link.Purpose == purpose
            ? LinkHandle.Address("link-problem", id, ("purpose", purpose.ToString()), ("state", nameof(LinkState.Used))) : null;
    }

    // What is done on the page of such a link: whoever pressed it reads that nothing was done before they ask for a new one.
    private static async Task<Refusal?> PressedTooLateAsync(HttpContext http)
    {
        if (ShownForm.Of(http) is not { LinkId: { } id, Purpose: { } purpose }) return null;
        var services = http.RequestServices;
        var routes = services.GetRequiredService<LinkRoutes>();
        if (!routes.AreAbove(http) || await services.GetRequiredService<LinkUse>().FindAsync(id, http.RequestAborted) is not { } link)
            return null;
        var route = routes.Of(purpose);
        return route.LeadsToPage(link.StateAt(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime))
            ? null : Refusal.OfEndedLink(http, LinkHandle.Address(route.Path, id));
    }
}

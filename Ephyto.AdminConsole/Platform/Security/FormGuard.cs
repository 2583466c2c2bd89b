using Ephyto.AdminConsole.Platform.Forms;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Refusals;
using Ephyto.Domain.Access;
using Microsoft.AspNetCore.Antiforgery;

namespace Ephyto.AdminConsole.Platform.Security;

internal static class FormGuard
{
    /// <summary>
    /// Refuses a form without the token of the page it stands on, before any handler reads it: what the framework does with
    /// such a form differs between pages and endpoints.
    /// </summary>
    public static IApplicationBuilder UseFormGuard(this IApplicationBuilder app) =>
        app.UseShownForms().UseAntiforgery().Use(async (http, next) =>
        {
            if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } refused)
            {
                await next(http);
                return;
            }

            // Whoever signed in by a link that is used up now has another token: the form of the second tab tells of the link, not of the
            // token.
            if (await EndedLinks.AddressOfUsedAsync(http) is { } used)
            {
                ShownFormGuard.SeeOther(http, used);
                return;
            }

            http.RequestServices.GetRequiredService<SecurityWatch>().Note(SecuritySignal.FormRefused, SecurityWatch.AccountOf(http));
            // The framework lets nobody read a form with this mark. Nobody acts on it from here: it is only shown to its reader again.
            http.Features.Set<IAntiforgeryValidationFeature>(null);

            // Sent once more it would only be refused again, because its link is not open here.
            if (ShownFormGuard.IsOfClosedLink(http) && RefusedForm.IsFromOwnPage(http.Request))
            {
                await ShownFormGuard.RefuseAsync(http);
                return;
            }

            var refusal = await Refusal.OfFormAsync(http, refused.Error);
            http.Features.Set(refusal);
            http.Response.StatusCode = refusal.Status;
        }).RequireShownForms().UseEndedLinks();
}

using Ephyto.AdminConsole.Platform.Security;

namespace Ephyto.AdminConsole.Components.Layout;

/// <summary>
/// Light or dark as the reader chose it, else as their system is set. The server writes the choice into the page
/// (the media of the dark style sheet), so that no page flashes in the wrong colours.
/// Paper is always light.
/// </summary>
internal static class ThemeChoice
{
    private const string Dark = "dark";
    private const string Light = "light";

    public static string DarkMedia(HttpContext context) => ConsoleCookies.Of(context).Read(context, ConsoleCookies.Theme) switch
    {
        Dark => "screen",
        Light => "not all",
        _ => "screen and (prefers-color-scheme: dark)",
    };

    public static void MapThemeSwitch(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/theme/{theme}", (string theme, string? returnUrl, HttpContext context) =>
        {
            if (theme is not (Dark or Light))
            {
                return Results.NotFound();
            }

            if (!context.IsPrefetch() && context.Request.HasReader())
            {
                Remember(context, theme);
            }

            return LocalUrl.Redirect(LocalUrl.OrHome(returnUrl));
        }).AllowAnonymous().AlsoWithoutBody().ExcludeFromDescription();

    // Not HttpOnly: the script of the switch writes the same cookie, to spare the reader a reload.
    private static void Remember(HttpContext context, string theme) =>
        ConsoleCookies.Of(context).WriteChoice(context, ConsoleCookies.Theme, theme, forScripts: true);
}

using Microsoft.AspNetCore.Localization;

namespace Ephyto.AdminConsole.Platform.Localization;

/// <summary>The reader's own choice of language, remembered for a year in a cookie.</summary>
internal static class LanguageChoice
{
    public static string CookieName => CookieRequestCultureProvider.DefaultCookieName;

    public static bool IsMade(HttpContext context) => context.Request.Cookies.ContainsKey(CookieName);

    /// <summary>Remembers a language; also for a link that opens in the preferred language of the person it was sent to.</summary>
    public static void Remember(HttpContext context, Language language) =>
        context.Response.Cookies.Append(
            CookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language.Culture)),
            new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
}

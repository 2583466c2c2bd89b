using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Localization;

namespace Ephyto.AdminConsole.Platform.Localization;

/// <summary>The reader's own choice of language, remembered for a year in a cookie.</summary>
internal static class LanguageChoice
{
    public static bool IsMade(HttpContext context) => ConsoleCookies.Of(context).Read(context, ConsoleCookies.Language) is not null;

    /// <summary>Remembers a language; also for a link that opens in the preferred language of the person it was sent to.</summary>
    public static void Remember(HttpContext context, Language language) =>
        ConsoleCookies.Of(context).WriteChoice(
            context, ConsoleCookies.Language, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language.Culture)));
}

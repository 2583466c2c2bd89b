using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Localization;

/// <summary>
/// A form that is sent only to come back in another language, with what was typed in it: where no script runs, following a link
/// would lose it. Such a press does nothing else.
/// </summary>
internal static class FormLanguage
{
    public const string Parameter = "in-language";

    /// <summary>Where a form's button sends it for that.</summary>
    /// <param name="action">Where its other buttons send it.</param>
    /// <param name="language">The one to come back in.</param>
    public static string Address(string action, Language language) => QueryHelpers.AddQueryString(action, Parameter, language.Code);

    /// <summary>Whether the form was sent for that alone; the language is remembered then.</summary>
    public static bool IsSwitch(HttpContext http)
    {
        if (Of(http) is not { } language) return false;
        LanguageChoice.Remember(http, language);
        return true;
    }

    private static Language? Of(HttpContext http)
    {
        if (http.Items.TryGetValue(typeof(FormLanguage), out var known)) return known as Language;
        if (!HttpMethods.IsPost(http.Request.Method)) return null;

        var asked = Languages.Find(http.Request.Query[Parameter]);
        var language = http.RequestServices.GetRequiredService<IOptions<LanguageOptions>>().Value.Offered
            .FirstOrDefault(offered => offered == asked);
        // The answer may be made by another page, whose address does not say it.
        http.Items[typeof(FormLanguage)] = language;
        return language;
    }

    /// <summary>This answer already speaks the language; the cookie serves the next request.</summary>
    internal sealed class Provider : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
            Task.FromResult(Of(httpContext) is { } language ? new ProviderCultureResult(language.Code) : null);
    }
}

using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Localization;

internal static class LocalizationModule
{
    public static IServiceCollection AddLanguages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddLocalization().AddSingleton<ResourceManagerStringLocalizerFactory>()
            .Replace(ServiceDescriptor.Singleton<IStringLocalizerFactory, IsolatingLocalizers>());
        services.AddOptions<LanguageOptions>()
            .Bind(configuration.GetSection(LanguageOptions.Section))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<LanguageOptions>, LanguageOptionsValidator>();
        services.AddOptions<RequestLocalizationOptions>().Configure<IOptions<LanguageOptions>, ConsoleCookies>(Configure);
        return services;
    }

    /// <summary>Switches the language and goes back to where the reader was. A preference, not a state of the Hub: hence GET.</summary>
    public static void MapLanguageSwitch(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/language/{code}", (string code, string? returnUrl, HttpContext context, IOptions<LanguageOptions> options) =>
        {
            var language = options.Value.Offered.FirstOrDefault(offered => offered.Code == code);
            if (language is null)
            {
                return Results.NotFound();
            }

            if (!context.IsPrefetch() && context.Request.HasReader())
            {
                LanguageChoice.Remember(context, language);
            }

            return LocalUrl.Redirect(LocalUrl.OrHome(returnUrl));
        }).AllowAnonymous().AlsoWithoutBody().ExcludeFromDescription();

    private static void Configure(RequestLocalizationOptions request, IOptions<LanguageOptions> languages, ConsoleCookies cookies)
    {
        var cultures = languages.Value.Offered.Select(language => language.Culture).ToList();
        request.DefaultRequestCulture = new RequestCulture(cultures[0]);
        request.SupportedCultures = cultures;
        request.SupportedUICultures = cultures;
        request.ApplyCurrentCultureToResponseHeaders = true;
        request.RequestCultureProviders = 
        [
            new FormLanguage.Provider(),
            new CookieRequestCultureProvider { CookieName = cookies.NameOf(ConsoleCookies.Language) },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }
}

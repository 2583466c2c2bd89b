using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Refusals;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Field.Access;

internal static class IdentityModule
{
    private static readonly (string Scheme, string Name)[] Schemes =
    [
        (IdentityConstants.ApplicationScheme, ConsoleCookies.Session), (IdentityConstants.TwoFactorUserIdScheme, ConsoleCookies.SecondStep),
        (IdentityConstants.ExternalScheme, "external"), (IdentityConstants.TwoFactorRememberMeScheme, "remembered"),
    ];

    /// <summary>Accounts, passwords and the sign-in cookie.</summary>
    public static IServiceCollection AddConsoleIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSecurityOptions(configuration);
        services.AddSingleton<IdentitySessions>().AddSingleton<IdentitySecondFactor>();
        services.AddSingleton<KnownDevices>().AddSingleton<SignInThrottle>().AddSingleton<IdentityPersonalWords>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<ConsoleUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.SignIn.RequireConfirmedEmail = true;
                // What else is refused, and why composition is not asked for: see IdentityPasswordRules.
                options.Password.RequiredLength = IdentityPasswordRules.MinimumLength;
                options.Password.RequireDigit = options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<ConsoleDbContext>()
            .AddSignInManager()
            .AddPasswordValidator<IdentityPasswordValidator>()
            .AddDefaultTokenProviders();
        services.AddScoped<IUserClaimsPrincipalFactory<ConsoleUser>, ConsoleClaimsFactory>();
        services.ConfigureApplicationCookie(cookie =>
        {
            // How long it holds lies with the session in the store, which is asked at every request.
            cookie.ExpireTimeSpan = TimeSpan.FromDays(7);
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = IdentitySessionValidation.ValidateAsync;
            cookie.Events.OnRedirectToLogin = KeepTyped(Instead(cookie.Events.OnRedirectToLogin,
                http => SessionOver.SignInAddress(http.AskedFor(), http.Features.Get<SessionOver>())));
            var denied = Instead(cookie.Events.OnRedirectToAccessDenied,
                http => $"access-denied?returnUrl={LocalUrl.Return(http.AskedFor())}");
            cookie.Events.OnRedirectToAccessDenied = context =>
            {
                context.HttpContext.RequestServices.GetRequiredService<SecurityWatch>().NoteRefusedRequest(context.HttpContext);
                return denied(context);
            };
        });
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<HubOptions>>((passkeys, hub) =>
        {
            passkeys.ServerDomain = hub.Value.PublicAddress?.IdnHost;
            // By finger, face or PIN: then a passkey is two factors in one.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme,
            cookie => cookie.ExpireTimeSpan = TimeSpan.FromMinutes(10));
        return services.AddCookies();
    }

    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> Instead(
        Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect, Func<HttpContext, string> address) => context =>
    {
        context.RedirectUri = LocalUrl.In(context.HttpContext, address(context.HttpContext));
        return redirect(context);
    };

    private static IServiceCollection AddCookies(this IServiceCollection services)
    {
        services.AddSingleton<ConsoleCookies>();
        services.AddOptions<AntiforgeryOptions>()
            .Configure<ConsoleCookies>((form, cookies) => cookies.Shape(form.Cookie, ConsoleCookies.Form));
        foreach (var (scheme, name) in Schemes)
            services.AddOptions<CookieAuthenticationOptions>(scheme)
                .Configure<ConsoleCookies>((identity, cookies) => cookies.Shape(identity.Cookie, name));
        return services;
    }

    // Led away to the sign-in, a form would lose what was typed: its reader signs in beside it, and sends it on.
    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> KeepTyped(
        Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect) => async context =>
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType)
        {
            await redirect(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.HttpContext.Features.Set(
            await Refusal.OfWaitingFormAsync(context.HttpContext, StatusCodes.Status401Unauthorized, RefusalKind.SessionOver));
    };
}

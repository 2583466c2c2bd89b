using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Security;

internal static class IdentityModule
{
    /// <summary>Accounts, passwords and the sign-in cookie.</summary>
    public static IServiceCollection AddConsoleIdentity(this IServiceCollection services, IConfiguration configuration, IWebHostEnvironment environment)
    {
        services.AddSecurityOptions(configuration);
        services.AddSingleton<IdentitySessions>().AddSingleton<IdentitySecondFactor>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<ConsoleUser>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.User.RequireUniqueEmail = true;
                options.SignIn.RequireConfirmedEmail = true;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(1);
                // What else is refused, and why composition is not asked for: see IdentityPasswordRules.
                options.Password.RequiredLength = IdentityPasswordRules.MinimumLength;
                options.Password.RequireDigit = options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<ConsoleDbContext>()
            .AddUserManager<IdentityUserManager>()
            .AddSignInManager()
            .AddPasswordValidator<IdentityPasswordValidator>()
            .AddDefaultTokenProviders();
        services.AddScoped<IUserClaimsPrincipalFactory<ConsoleUser>, ConsoleClaimsFactory>();
        services.ConfigureApplicationCookie(cookie =>
        {
            var development = environment.IsDevelopment();
            cookie.Cookie.Name = development ? "ephyto-session" : "__Host-ephyto-session";
            cookie.Cookie.SecurePolicy = development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            // How long it holds lies with the session in the store, which is asked at every request.
            cookie.ExpireTimeSpan = TimeSpan.FromDays(7);
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = IdentitySessionValidation.ValidateAsync;
            cookie.LoginPath = "/account/sign-in";
            cookie.LogoutPath = "/account/sign-out";
            cookie.AccessDeniedPath = "/access-denied";
            cookie.ReturnUrlParameter = "returnUrl";
        });
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<HubOptions>>((passkeys, hub) =>
        {
            passkeys.ServerDomain = hub.Value.PublicAddress?.Host;
            // By finger, face or PIN: then a passkey is two factors in one.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            // Between the password and the code.
            cookie.Cookie.Name = environment.IsDevelopment() ? "ephyto-second-step" : "__Host-ephyto-second-step";
            cookie.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(10);
        });
        return services;
    }
}

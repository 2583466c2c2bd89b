using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor;
using MudBlazor.Services;

namespace Ephyto.AdminConsole.Components;

/// <summary>The frame every page stands in: languages, layouts, render modes, headers, error pages.</summary>
internal static class ShellModule
{
    public static IServiceCollection AddShell(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHubOptions(configuration);
        services.AddLanguages(configuration);
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.TryAddSingleton(TimeProvider.System);
        services.AddCascadingAuthenticationState();
        services.AddAuthorization();
        services.AddSingleton<Navigation>();
        services.AddSingleton<Terms.Terms>();
        services.AddScoped<ReaderTimeZone>();
        services.AddScoped<AccessNews>();
        services.AddMudServices(mud => mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter);
        services.AddTransient<MudLocalizer, MudWords>();
        services.AddRazorComponents()
            .RegisterPersistentService<ReaderTimeZone>(RenderMode.InteractiveServer)
            .AddInteractiveServerComponents();
        return services;
    }

    /// <summary>Comes before authentication and antiforgery.</summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseHeaders();
        app.UseCircuitOriginCheck();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        }

        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(ShowStatusPageAsync);
        app.UseRequestLocalization();
        return app;
    }

    // A refused form leads to a page that is only shown; sent on as a form, it would be refused once more, without words.
    private static Task ShowStatusPageAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null) context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapLanguageSwitch();
        app.MapThemeSwitch();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }
}

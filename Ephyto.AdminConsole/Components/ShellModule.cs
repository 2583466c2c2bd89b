using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Nppos;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Refusals;
using Ephyto.AdminConsole.Platform.Rendering;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Components.Web;
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
        services.AddLanguages(configuration).AddSingleton(new SharedLabels(typeof(Terms.FieldNames)));
        services.AddServerRefusals();
        services.AddCompressedPages();
        services.TryAddSingleton(TimeProvider.System);
        services.AddCascadingAuthenticationState();
        services.AddClosedByDefault();
        services.AddSingleton<Navigation>();
        services.AddSingleton<Terms.Terms>();
        services.AddScoped<ReaderTimeZone>();
        services.AddSingleton<HandedReadings>().AddScoped<LiveReadings>();
        services.AddLists();
        services.AddMyNppos();
        services.AddScoped<PageMark>().AddScoped<CircuitHandler>(scope => scope.GetRequiredService<PageMark>());
        services.AddMudServices(mud => mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter);
        services.AddTransient<MudLocalizer, MudBlazorText>();
        // Letters go out as they are and not as numbers of six characters: pages in other languages than English weigh less.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddRazorComponents()
            .RegisterPersistentService<ReaderTimeZone>(RenderMode.InteractiveServer)
            .RegisterPersistentService<LiveReadings>(RenderMode.InteractiveServer)
            .AddInteractiveServerComponents();
        return services;
    }

    /// <summary>Comes before authentication and antiforgery.</summary>
    public static WebApplication UseShell(this WebApplication app)
    {
        app.UseHeaders();
        app.UseBasePath();
        app.UseRouting();
        app.UseCompressedPages();
        app.UseLongLivedLibraryFiles();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
        }

        app.UseStatusCodePagesWithReExecute("/refused", createScopeForStatusCodePages: true);
        app.UseRequestLocalization();
        app.UseReadableHost();
        app.UseRefusals();
        app.UseLimits();
        app.UseOwnHost();
        app.UseCircuitOriginCheck();
        return app;
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapLanguageSwitch();
        app.MapThemeSwitch();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .AlsoWithoutBody().OpenFramework();
    }
}

using System.Reflection;
using Microsoft.AspNetCore.StaticAssets;
using MudBlazor;

namespace Ephyto.AdminConsole.Components.Layout;

/// <summary>
/// Files of the component library. The build gives them two addresses: one with a fingerprint, at which they always go out whole
/// (700 KB), and a plain one, at which they go out compressed (60 KB). The plain one with the version behind it is kept as long.
/// </summary>
internal static class LibraryFiles
{
    private const string Folder = "_content/MudBlazor/";

    public static readonly string Version =
        typeof(MudTheme).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static string StyleSheet { get; } = $"{Folder}MudBlazor.min.css?v={Version}";

    public static string Script { get; } = $"{Folder}MudBlazor.min.js?v={Version}";

    /// <summary>What the address with this very version holds never changes, so a browser need not ask again.</summary>
    public static IApplicationBuilder UseLongLivedLibraryFiles(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var file = http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>();
        if (file?.AssetPath.StartsWith(Folder, StringComparison.Ordinal) is true && http.Request.Query["v"] == Version)
        {
            http.Response.OnStarting(() =>
            {
                if (http.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                {
                    http.Response.Headers.CacheControl = "max-age=31536000, immutable";
                }

                return Task.CompletedTask;
            });
        }

        return next(http);
    });
}

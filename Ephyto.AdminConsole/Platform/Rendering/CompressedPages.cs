using System.IO.Compression;
using System.Net.Mime;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.ResponseCompression;

namespace Ephyto.AdminConsole.Platform.Rendering;

/// <summary>
/// Pages go out compressed while nobody in particular reads them. The length of a compressed page tells whoever listens on the line
/// whether words of an address stand in it twice; so a page that may show what is somebody's own stays as it is.
/// </summary>
internal static class CompressedPages
{
    public static IServiceCollection AddCompressedPages(this IServiceCollection services) => services
        .AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = [MediaTypeNames.Text.Html];
        })
        .Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal)
        .Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);

    /// <summary>Comes after routing and before whatever writes an answer.</summary>
    public static IApplicationBuilder UseCompressedPages(this IApplicationBuilder app) =>
        app.UseWhen(IsOfNobody, pages => pages.UseResponseCompression());

    private static bool IsOfNobody(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method)
        && !ConsoleCookies.Of(http).AreOfSomebody(http.Request)
        && !ClosedByDefault.IsClosed(http);
}

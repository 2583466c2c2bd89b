using Ephyto.AdminConsole.Data.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Benchmarks.Circuits;

/// <summary>Adds the compared grids to a running console, in front of its own pages: <c>/measured?grid=…</c>.</summary>
internal sealed class MeasuredRoute : IStartupFilter
{
    public const string Path = "/measured";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (http, following) =>
        {
            if (http.Request.Path != Path)
            {
                await following(http);
                return;
            }

            // It stands before the console's own authentication.
            if ((await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal is { } reader) http.User = reader;
            await new RazorComponentResult<MeasuredDocument>(new { Grid = http.Request.Query["grid"].ToString() }).ExecuteAsync(http);
        });
        next(app);
    };
}

using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ephyto.AdminConsole.Platform.Refusals;

/// <summary>
/// What the server refuses before any of this console runs: it answers by a status alone. Its limits are set wide enough for most of
/// that to come through, where the console says it in words (<see cref="UseLimits"/>). What is left is no HTTP at all: there the bare
/// answer is completed on its way out (see decision 22).
/// </summary>
internal static class ServerRefusals
{
    private const int LongestTarget = 8 * 1024;
    private const int LongestHeaders = 32 * 1024;

    public static IServiceCollection AddServerRefusals(this IServiceCollection services)
    {
        services.AddSingleton<ServerRefusalEvents>().AddSingleton<ServerRefusalPages>();
        services.AddOptions<KestrelServerOptions>().Configure<ServerRefusalPages, ServerRefusalEvents>(static (kestrel, pages, _) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = 16 * LongestTarget;
            kestrel.Limits.MaxRequestHeadersTotalSize = 8 * LongestHeaders;
            kestrel.ConfigureEndpointDefaults(
                endpoint => endpoint.Use(next => connection => next(new ServerConnection(connection, pages))));
        });
        return services;
    }

    /// <summary>The limits that the server would keep by itself, kept where they are explained.</summary>
    public static IApplicationBuilder UseLimits(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // The page that says it belongs to the same request.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null) return next(http);
        if (http.AskedFor().Length > LongestTarget) http.Response.StatusCode = StatusCodes.Status414UriTooLong;
        else if (http.Request.Headers.Sum(header => header.Key.Length + header.Value.Sum(value => value?.Length ?? 0)) > LongestHeaders)
            http.Response.StatusCode = StatusCodes.Status431RequestHeaderFieldsTooLarge;
        else return next(http);
        return Task.CompletedTask;
    });
}

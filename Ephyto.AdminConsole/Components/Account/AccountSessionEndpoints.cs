using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>What the warning before the end of a session asks (wwwroot/js/session.js).</summary>
internal static class AccountSessionEndpoints
{
    private const string Path = "/account/session";
    private static readonly SessionState Over = new(0, false);

    public static void MapSession(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, (HttpContext http, IdentitySessions sessions) => StateOf(http, sessions)).WithMetadata(new UnattendedAttribute()).ExcludeFromDescription();
        // To ask is to be there: the session was prolonged when the cookie was looked at.
        endpoints.MapPost(Path, (HttpContext http, IdentitySessions sessions) => IsOwnPage(http) ? StateOf(http, sessions) : Results.Json(Over, statusCode: StatusCodes.Status403Forbidden))
            .ExcludeFromDescription();
    }

    private static IResult StateOf(HttpContext http, IdentitySessions sessions)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (http.User.SessionId() is null || http.Features.Get<UserSession>() is not { } session) return Results.Json(Over);
        var (left, extendable) = sessions.TimeLeft(session);
        return Results.Json(new SessionState((int)left.TotalSeconds, extendable));
    }

    private static bool IsOwnPage(HttpContext http) => http.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";

    private sealed record SessionState(int SecondsLeft, bool Extendable);
}

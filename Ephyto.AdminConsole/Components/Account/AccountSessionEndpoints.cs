using System.Security.Claims;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>What the warning before the end of a session asks (wwwroot/js/session.js).</summary>
internal static class AccountSessionEndpoints
{
    private const string Path = "account/session";
    private static readonly SessionState Over = new(0, false);

    public static void MapSession(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, (HttpContext http, IdentitySessions sessions) => StateOf(http, sessions))
            .WithMetadata(new UnattendedAttribute()).AllowAnonymous().AlsoWithoutBody().ExcludeFromDescription();
        // To ask is to be there: the session was prolonged when the cookie was looked at.
        endpoints.MapPost(Path, (HttpContext http, IdentitySessions sessions) => IsOwnPage(http)
            ? StateOf(http, sessions) : Results.Json(Over, statusCode: StatusCodes.Status403Forbidden))
            .AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult StateOf(HttpContext http, IdentitySessions sessions)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (http.User.SessionId() is null || http.Features.Get<UserSession>() is not { } session)
            return Results.Json(Over with { Why = http.Features.Get<SessionOver>()?.Code });
        var (left, extendable) = sessions.TimeLeft(session);
        return Results.Json(
            new SessionState((int)left.TotalSeconds, extendable) { Person = http.User.FindFirstValue(ClaimTypes.NameIdentifier),
                Name = http.User.Identity!.Name });
    }

    private static bool IsOwnPage(HttpContext http) => http.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";

    /// <param name="SecondsLeft">Until it ends by itself.</param>
    /// <param name="Extendable">Whether doing something makes it more.</param>
    /// <param name="Why">Where it is over and that is known: one of <see cref="SessionOver.Codes"/>.</param>
    /// <param name="Person">Whose it is: a page that was shown to somebody else tells its reader.</param>
    /// <param name="Name">The address by which they sign in.</param>
    private sealed record SessionState(int SecondsLeft, bool Extendable, string? Why = null, string? Person = null, string? Name = null);
}

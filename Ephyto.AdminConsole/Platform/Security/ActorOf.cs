using System.Security.Claims;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components.Authorization;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>Claims the console adds to a signed-in person; they steer what is shown, never what is allowed.</summary>
internal static class ConsoleClaims
{
    public const string DisplayName = "ephyto:name";
    public const string HubRole = "ephyto:hub-role";

    /// <summary>Value: <c>{nppo id}:{role}</c>; one claim per active membership.</summary>
    public const string Membership = "ephyto:membership";

    /// <summary>The session of the store that the cookie stands for.</summary>
    public const string Session = "ephyto:session";

    /// <summary>There where a role asks for a second factor and the person has none yet.</summary>
    public const string SecondFactorMissing = "ephyto:second-factor-missing";
}

/// <summary>One of the person's organizations, as far as the cookie knows.</summary>
internal sealed record MembershipClaim(Guid NppoId, NppoRole Role);

internal static class ActorOf
{
    /// <summary>What the cookie says of the person's organizations: for menus and choices, never for a right.</summary>
    public static IReadOnlyList<MembershipClaim> Memberships(this ClaimsPrincipal user) =>
        [.. user.FindAll(ConsoleClaims.Membership).Select(claim => Parse(claim.Value)).OfType<MembershipClaim>()];

    private static MembershipClaim? Parse(string value) =>
        value.Split(':') is [var id, var role] && Guid.TryParseExact(id, "N", out var nppo) && Enum.TryParse<NppoRole>(role, out var held)
            ? new MembershipClaim(nppo, held) : null;

    public static Guid? SessionId(this ClaimsPrincipal user) =>
        Guid.TryParseExact(user.FindFirstValue(ConsoleClaims.Session), "N", out var id) ? id : null;

    public static Claim ToSessionClaim(Guid sessionId) => new(ConsoleClaims.Session, sessionId.ToString("N"));

    /// <summary>The same person with other claims, in the session of the one before.</summary>
    public static ClaimsPrincipal InSessionOf(this ClaimsPrincipal user, ClaimsPrincipal before)
    {
        if (before.SessionId() is { } session) ((ClaimsIdentity)user.Identity!).AddClaim(ToSessionClaim(session));
        return user;
    }

    public static Actor ToActor(this ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? Actor.User(id) : Actor.Anonymous;

    public static async Task<Actor> ToActorAsync(this Task<AuthenticationState> state) => (await state).User.ToActor();
}

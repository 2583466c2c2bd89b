using System.Security.Claims;
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
}

internal static class ActorOf
{
    public static Actor ToActor(this ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? Actor.User(id) : Actor.Anonymous;

    public static async Task<Actor> ToActorAsync(this Task<AuthenticationState> state) => (await state).User.ToActor();
}

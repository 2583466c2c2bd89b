using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.HubUsers.UseCases;

/// <summary>Sends an invitation once more, with a new link; the one before ceases to work.</summary>
internal sealed class ResendHubInvitation(HubUserAct users, IOptions<HubUsersOptions> options)
{
    public Task<Result<HubUserStatus>> HandleAsync(Guid hubUserId, Actor actor, CancellationToken ct) =>
        users.ActAsync(hubUserId, actor, onOneself: false, (user, now) =>
            user.Status == HubUserStatus.Invited && now - user.StatusSince < TimeSpan.FromMinutes(options.Value.ResendPauseMinutes)
                ? HubUserErrors.ResentRecently
                : user.ResendInvitation(actor, now), ct);
}

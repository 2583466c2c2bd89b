using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Staff.UseCases;

/// <summary>Sends an invitation once more, with a new link; the one before ceases to work.</summary>
internal sealed class ResendHubInvitation(HubUserAct users, IOptions<HubUsersOptions> options, EmailLimits limits)
{
    public async Task<Result<HubUserStatus>> HandleAsync(SeenHubUser seen, Actor actor, CancellationToken ct)
    {
        // Before the transaction: the limit is kept by a connection of its own.
        if (!await limits.AllowAsync(EmailCause.Invitation, $"{seen.Id}/{actor.Id}", actor.Id.ToString(), ct)) return EmailErrors.TooMany;
        return await users.ActAsync(seen, actor, onOneself: false, (user, now) =>
            user.Status == HubUserStatus.Invited && now - user.StatusSince < TimeSpan.FromMinutes(options.Value.ResendPauseMinutes)
                ? HubUserErrors.ResentRecently
                : user.ResendInvitation(actor, now), ct);
    }
}

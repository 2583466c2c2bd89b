using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <summary>Takes a waiting e-mail back. Once this has succeeded, no node sends it.</summary>
internal sealed class CancelEmail(EmailAct emails)
{
    public Task<Result<Guid>> HandleAsync(Guid id, Actor actor, CancellationToken ct) => emails.ActAsync(
        id, actor, (email, now) => email.CancelBy(actor, now).Error is { } refusal ? refusal : Result<OutgoingEmail>.Success(email), ct);
}

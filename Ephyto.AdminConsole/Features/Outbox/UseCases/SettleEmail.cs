using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <summary>An officer has seen to an e-mail that was not delivered: it needs nobody any more, and stays what it was.</summary>
internal sealed class SettleEmail(EmailAct emails)
{
    public Task<Result<Guid>> HandleAsync(Guid id, Actor actor, CancellationToken ct) => emails.ActAsync(
        id, actor, (email, now) => email.SettleBy(actor, now).Error is { } refusal ? refusal : Result<OutgoingEmail>.Success(email), ct);
}

using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <summary>An officer has seen to a mail that was not delivered: it needs nobody any more, and stays what it was.</summary>
internal sealed class SettleMail(MailAct mails)
{
    public Task<Result<Guid>> HandleAsync(Guid id, Actor actor, CancellationToken ct) => mails.ActAsync(
        id, actor, (mail, now) => mail.SettleBy(actor, now).Error is { } refusal ? refusal : Result<OutgoingEmail>.Success(mail), ct);
}

using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <summary>Takes a waiting mail back. Once this has succeeded, no node sends it.</summary>
internal sealed class CancelMail(MailAct mails)
{
    public Task<Result<Guid>> HandleAsync(Guid id, Actor actor, CancellationToken ct) => mails.ActAsync(
        id, actor, (mail, now) => mail.CancelBy(actor, now).Error is { } refusal ? refusal : Result<OutgoingEmail>.Success(mail), ct);
}

using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

internal sealed record CorrectAddressRequest(Guid Id, string? Address);

/// <summary>Sends a waiting or failed mail to the right address, as another mail. The record of the person stays as it is.</summary>
internal sealed class CorrectAddress(MailAct mails)
{
    public async Task<Result<Guid>> HandleAsync(CorrectAddressRequest request, Actor actor, CancellationToken ct) => await mails.ActAsync(
        request.Id, actor, (mail, now) => EmailAddress.TryParse(request.Address) is { } to
            ? mail.Readdress(to, actor, now) : EmailAddress.WhyNot(request.Address) ?? EmailErrors.InvalidAddress, ct);
}

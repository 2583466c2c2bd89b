using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

internal sealed record CorrectAddressRequest(Guid Id, string? Address);

/// <summary>Sends a waiting or failed e-mail to the right address, as another e-mail. The record of the person stays as it is.</summary>
internal sealed class CorrectAddress(EmailAct emails)
{
    public async Task<Result<Guid>> HandleAsync(CorrectAddressRequest request, Actor actor, CancellationToken ct) => await emails.ActAsync(
        request.Id, actor, (email, now) => EmailAddress.TryParse(request.Address) is { } to
            ? email.Readdress(to, actor, now) : EmailAddress.WhyNot(request.Address) ?? EmailErrors.InvalidAddress, ct);
}

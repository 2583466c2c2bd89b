using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <param name="AsRead">What the page said that the connection does.</param>
/// <param name="HasRead">Whether the contact point says that it has read that.</param>
internal sealed record ConfirmServingRequest(Guid LinkId, ServedExchange? AsRead, bool HasRead);

/// <summary>
/// The contact point confirms what it saw: from now on the connection exchanges for the country. Where the connection does more since
/// then, it agrees to that in the same way.
/// </summary>
internal sealed class ConfirmServing(ServingDecision decision, RegistrationPolicy policy, IOptions<HubOptions> hub, TimeProvider time)
{
    public Task<Result<ServingState>> HandleAsync(ConfirmServingRequest request, CancellationToken ct) => decision.DecideAsync(
        request.LinkId,
        async (db, serving, contact) =>
        {
            var matter = await db.MatterAsync(serving, ct);
            if (request.AsRead is not { } read || read != matter.Exchange) return ServingErrors.ConnectionChanged;
            if (!request.HasRead) return ServingErrors.NotRead;
            if (serving.Serves) return serving.Agree(contact, read, time.GetUtcNow().UtcDateTime);
            if (await db.ExchangesItselfAsync(serving.CountryCode, hub.Value.Here, ct)) return ServingErrors.ExchangesItself;
            var asker = await db.Users.Where(user => user.Id == serving.AskedBy).Select(user => user.Email).SingleOrDefaultAsync(ct);
            var isAsker = EmailAddress.TryParse(asker) is { } address && address == EmailAddress.TryParse(contact.Details.Email);
            return serving.Confirm(contact, read, isAsker, policy.SelfConfirmation, time.GetUtcNow().UtcDateTime);
        },
        ct);
}

using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <param name="AsRead">What the page said that the connection does.</param>
internal sealed record ConfirmServingRequest(Guid LinkId, ExchangeAsRead? AsRead);

/// <summary>The contact point confirms what it saw: from now on the connection exchanges for the country.</summary>
internal sealed class ConfirmServing(ServingDecision decision, RegistrationPolicy policy, IOptions<HubOptions> hub, TimeProvider time)
{
    public Task<Result<ServingState>> HandleAsync(ConfirmServingRequest request, CancellationToken ct) => decision.DecideAsync(
        request.LinkId,
        async (db, serving, contact) =>
        {
            var matter = await db.MatterAsync(serving, ct);
            if (request.AsRead != ExchangeAsRead.Of(matter.Settings)) return ServingErrors.ConnectionChanged;
            if (await db.ExchangesItselfAsync(serving.CountryCode, hub.Value.Here, ct)) return ServingErrors.ExchangesItself;
            var asker = await db.Users.Where(user => user.Id == serving.AskedBy).Select(user => user.Email).SingleOrDefaultAsync(ct);
            var isAsker = EmailAddress.TryParse(asker) is { } address && address == EmailAddress.TryParse(contact.Details.Email);
            return serving.Confirm(contact, isAsker, policy.SelfConfirmation, time.GetUtcNow().UtcDateTime);
        },
        ct);
}

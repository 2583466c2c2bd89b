using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <summary>The contact point confirms: from now on the connection exchanges for the country.</summary>
internal sealed class ConfirmServing(ServingDecision decision, RegistrationPolicy policy, TimeProvider time)
{
    public Task<Result<ServingState>> HandleAsync(Guid linkId, CancellationToken ct) => decision.DecideAsync(
        linkId,
        async (db, serving, contact) =>
        {
            var asker = await db.Users.Where(user => user.Id == serving.AskedBy).Select(user => user.Email).SingleOrDefaultAsync(ct);
            var isAsker = EmailAddress.TryParse(asker) is { } address && address == EmailAddress.TryParse(contact.Details.Email);
            return serving.Confirm(contact, isAsker, policy.SelfConfirmation, time.GetUtcNow().UtcDateTime);
        },
        ct);
}

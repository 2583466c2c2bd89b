using Ephyto.AdminConsole.Field.Directory;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;

internal sealed record AskContactPointAgainRequest(Guid RegistrationId, int SeenVersion);

/// <summary>An escalated registration goes before the directory's contact of today once more.</summary>
internal sealed class AskContactPointAgain(SecretariatAct secretariat, RegistrationPolicy policy)
{
    public Task<Result<RegistrationStatus>> HandleAsync(AskContactPointAgainRequest request, Actor officer, CancellationToken ct) =>
        secretariat.ActAsync(
            request.RegistrationId, request.SeenVersion, officer,
            async (db, registration, now) => registration.SendBack(
                await db.CurrentContactAsync(registration.CountryCode, ct), policy, officer, now),
            ct);
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations.Reactions;

/// <summary>When the directory's entry changes, the open registration of that country goes before the new contact.</summary>
internal sealed class FollowDirectory(RegistrationPolicy policy) : IDomainEventHandler<ContactPointEntered>
{
    public async Task HandleAsync(ContactPointEntered happened, ConsoleDbContext db, CancellationToken ct)
    {
        var registration = await db.Set<Registration>().SingleOrDefaultAsync(r => r.OpenCountryCode == happened.CountryCode, ct);
        if (registration is not null && await db.FindAsync<ContactPoint>([happened.ContactPointId], ct) is { } contact)
            registration.ContactPointChanged(contact, policy, happened.Actor, happened.OccurredAt);
    }
}

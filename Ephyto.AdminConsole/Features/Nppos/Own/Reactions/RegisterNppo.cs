using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Nppos.Own.Reactions;

/// <summary>
/// The save that confirms a registration makes the NPPO and its initial administrator, or, where the country is a member
/// without anybody left to administer it, gives it a new one. A recovery leaves what the organization says of itself, and
/// the administrators it may still have; where the organization was closed meanwhile, it is refused as any lost race is.
/// </summary>
internal sealed class RegisterNppo : IDomainEventHandler<RegistrationConfirmed>
{
    public async Task HandleAsync(RegistrationConfirmed happened, ConsoleDbContext db, CancellationToken ct)
    {
        if (db.Set<Nppo>().Local.Any(n => n.RegistrationId == happened.RegistrationId)
            || await db.Set<Nppo>().AnyAsync(n => n.RegistrationId == happened.RegistrationId, ct)) return;

        var registration = await db.Set<Registration>().FindAsync([happened.RegistrationId], ct)
            ?? throw new InvalidOperationException("A registration that is not there was confirmed.");
        var nppo = await db.Set<Nppo>().SingleOrDefaultAsync(n => n.CurrentCountryCode == happened.CountryCode, ct);
        if (nppo is null && registration.Kind == RegistrationKind.Recovery)
            throw new DbUpdateConcurrencyException("The organisation to be recovered was closed meanwhile.");
        if (nppo is null) RegisterFirst(registration, happened, db);
        else await RegisterAgainAsync(nppo, registration, happened, db, ct);
    }

    private static void RegisterFirst(Registration registration, RegistrationConfirmed happened, ConsoleDbContext db)
    {
        var memberId = Guid.CreateVersion7();
        var nppo = Nppo.Register(registration, memberId, happened.Actor, happened.OccurredAt);
        db.Add(nppo);
        Appoint(memberId, nppo, registration.Representative, happened, db);
    }

    private static async Task RegisterAgainAsync(
        Nppo nppo, Registration registration, RegistrationConfirmed happened, ConsoleDbContext db, CancellationToken ct)
    {
        var representative = registration.Representative;
        var known = await db.Set<Member>().SingleOrDefaultAsync(
            m => m.NppoId == nppo.Id && m.Email == representative.Email && m.CurrentKey != null, ct);
        var memberId = known?.Id ?? Guid.CreateVersion7();
        if (registration.Kind == RegistrationKind.Recovery) nppo.Recover(registration, memberId, happened.Actor, happened.OccurredAt);
        else nppo.RegisterAgain(registration, memberId, happened.Actor, happened.OccurredAt);
        if (known is null) Appoint(memberId, nppo, representative, happened, db);
        else known.AppointAgain(PersonOf(representative), representative.PreferredLanguage, happened.Actor, happened.OccurredAt);
    }

    private static void Appoint(Guid memberId, Nppo nppo, Representative person, RegistrationConfirmed happened, ConsoleDbContext db) =>
        db.Add(Member.AppointInitialAdministrator(
            memberId, nppo.Id, PersonOf(person), person.Email, person.PreferredLanguage, happened.Actor, happened.OccurredAt));

    private static PersonDetails PersonOf(Representative person) =>
        new(person.Title, person.GivenName, person.FamilyName, person.JobTitle, person.Phone);
}

using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Outbox.UseCases;

/// <summary>Which record an e-mail's address comes from: there it is wrong too.</summary>
public enum AddressOrigin
{
    /// <summary>The directory of contact points.</summary>
    Directory,

    /// <summary>A registration, as its representative submitted it.</summary>
    Registration,

    /// <summary>An open invitation to an organization.</summary>
    Invitation,

    /// <summary>An open invitation to the hub.</summary>
    HubInvitation,

    /// <summary>Somebody's account.</summary>
    Account,
}

/// <param name="Link">The page of the record; null where only the person changes it.</param>
public sealed record AddressKeeper(AddressOrigin Origin, string? Link)
{
    private static readonly AddressKeeper OfAccount = new(AddressOrigin.Account, null);

    internal static async Task<AddressKeeper> FindAsync(ConsoleDbContext db, OutgoingEmail email, CancellationToken ct) =>
        (email.SubjectKind, email.SubjectId, email.To) switch
        {
            (SubjectKinds.Registration, var id, var to) => await OfRegistrationAsync(db, id, to, ct),
            (SubjectKinds.Member, var id, var to) => await OfMemberAsync(db, id, to, ct),
            (SubjectKinds.Nppo, var id, _) =>
                await OfCountryAsync(db,
                    await db.Set<Nppo>().Where(n => n.Id == id).Select(n => n.CountryCode).SingleOrDefaultAsync(ct), email, ct),
            (SubjectKinds.Letter, var id, _) =>
                await OfCountryAsync(db,
                    await db.Set<ParticipationLetter>().Where(l => l.Id == id).Select(l => l.CountryCode).SingleOrDefaultAsync(ct), email,
                    ct),
            (SubjectKinds.Serving, var id, _) =>
                await OfCountryAsync(db,
                    await db.Set<ServedCountry>().Where(s => s.Id == id).Select(s => s.CountryCode).SingleOrDefaultAsync(ct), email, ct),
            (SubjectKinds.HubUser, var id, var to) => await db.Set<HubUser>()
                .AnyAsync(u => u.Id == id && u.UserId == null && u.Email == to, ct)
                ? new(AddressOrigin.HubInvitation, "hub/users") : OfAccount,
            _ => OfAccount,
        };

    // To a contact point or to people of the organization. Who has an account gets no link, so an e-mail with one went by the directory.
    private static async Task<AddressKeeper> OfCountryAsync(ConsoleDbContext db, string? country, OutgoingEmail email, CancellationToken ct)
    {
        var entries = await db.Set<ContactPoint>().Where(c => c.CountryCode == country).Select(c => c.Details.Email).ToListAsync(ct);
        return entries.Any(entered => EmailAddress.TryParse(entered)?.Value == email.To)
            && (email.CarriesSecret || !await db.Users.AnyAsync(u => u.Email == email.To, ct))
            ? new(AddressOrigin.Directory, $"hub/contact-points/{country}") : OfAccount;
    }

    private static async Task<AddressKeeper> OfRegistrationAsync(ConsoleDbContext db, Guid id, string to, CancellationToken ct)
    {
        if (await db.Set<Registration>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } registration) return OfAccount;
        if (EmailAddress.TryParse(registration.Representative.Email)?.Value == to)
            return new(AddressOrigin.Registration, $"hub/registrations/{id}");
        // The directory may have moved on; whoever else is written to about a registration has an account.
        var isStaff = await db.Users.AnyAsync(u => u.Email == to, ct);
        return EmailAddress.TryParse(registration.Asked?.Email)?.Value == to || !isStaff
            ? new(AddressOrigin.Directory, $"hub/contact-points/{registration.CountryCode}") : OfAccount;
    }

    private static async Task<AddressKeeper> OfMemberAsync(ConsoleDbContext db, Guid id, string to, CancellationToken ct)
    {
        var invited = await db.Set<Member>().Where(m => m.Id == id && m.UserId == null && m.Email == to)
            .Join(db.Set<Nppo>(), m => m.NppoId, n => n.Id, (m, n) => new { m.IsInitialAdministrator, n.RegistrationId, n.CountryCode })
            .SingleOrDefaultAsync(ct);
        return invited is null ? OfAccount
            : invited.IsInitialAdministrator ? new(AddressOrigin.Registration, $"hub/registrations/{invited.RegistrationId}")
            : new(AddressOrigin.Invitation, "hub/nppos");
    }
}

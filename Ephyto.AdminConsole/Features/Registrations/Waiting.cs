using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Registrations;

/// <summary>Of each country one registration is verified; others may wait for it.</summary>
internal static class Waiting
{
    /// <summary>
    /// Whether a verified registration of the country is under way: then nobody else registers it, and nobody else is verified.
    /// </summary>
    public static Task<bool> IsUnderWayAsync(this ConsoleDbContext db, string countryCode, CancellationToken ct) =>
        db.Set<Registration>().AnyAsync(r => r.OpenCountryCode == countryCode && r.VerifiedAt != null, ct);

    /// <summary>The registrations of a country whose address is not verified yet, the oldest first.</summary>
    public static Task<List<Registration>> WaitingAsync(this ConsoleDbContext db, string countryCode, CancellationToken ct) =>
        db.Set<Registration>()
            .Where(r => r.Status == RegistrationStatus.Submitted && r.CountryCode == countryCode).OrderBy(r => r.SubmittedAt)
            .ThenBy(r => r.Id).ToListAsync(ct);

    /// <returns>Why the registration's address cannot be verified now; null where it can, or where that is no longer the
    /// question.</returns>
    public static async Task<DomainError?> RefuseToVerifyAsync(this ConsoleDbContext db, Registration r, CancellationToken ct) =>
        !r.IsUnverified ? null
        : await db.IsUnderWayAsync(r.CountryCode, ct) ? RegistrationErrors.AnotherVerified
        : r.Kind == RegistrationKind.Membership && await db.AdministeredNpposOf(r.CountryCode).AnyAsync(ct)
        ? RegistrationErrors.HasAdministrator
        : null;
}

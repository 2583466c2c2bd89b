using Ephyto.AdminConsole.Data;
using Ephyto.Domain.ContactPoints;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Directory;

internal static class CurrentContacts
{
    /// <summary>The contact point that the directory has for a country now; null where it has none.</summary>
    /// <param name="countryCode">Two capital letters.</param>
    public static Task<ContactPoint?> CurrentContactAsync(this ConsoleDbContext db, string countryCode, CancellationToken ct) =>
        db.Set<ContactPoint>().SingleOrDefaultAsync(c => c.CurrentCountryCode == countryCode, ct);

    /// <summary>Whether an entry is valid. Whose entry has ended learns nothing more, also while the country has nobody else.</summary>
    public static Task<bool> IsInDirectoryAsync(this ConsoleDbContext db, Guid? contactId, CancellationToken ct) =>
        db.Set<ContactPoint>().AnyAsync(contact => contact.Id == contactId && contact.CurrentCountryCode != null, ct);
}

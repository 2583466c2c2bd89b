using Ephyto.AdminConsole.Data;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Delivery;

internal static class UnreachableContacts
{
    /// <summary>
    /// Contact points of today whose address refused an e-mail since the directory has it, and to which none was delivered
    /// afterwards: nobody would be reached if a registration came now. What fails for another reason says nothing of the
    /// address; an answer that was never classified is taken for one of the address. A new entry with the old address
    /// mends nothing.
    /// </summary>
    public static IQueryable<ContactPoint> Unreachable(this IQueryable<ContactPoint> contacts, ConsoleDbContext db) => contacts.Where(c =>
        c.CurrentCountryCode != null
        && db.Set<OutgoingEmail>().Any(failed => failed.To == c.Details.Email && failed.State == EmailState.Failed
            && (failed.Trouble == null || TroubleSides.Address.Contains(failed.Trouble.Value))
            && db.Set<ContactPoint>()
                .Any(same => same.CountryCode == c.CountryCode && same.Details.Email == c.Details.Email
                    && same.ValidFrom <= failed.QueuedAt)
            && !db.Set<ContactPoint>()
                .Any(other => other.CountryCode == c.CountryCode && other.Details.Email != c.Details.Email
                    && other.ValidTo > failed.QueuedAt)
            && !db.Set<OutgoingEmail>()
                .Any(sent => sent.To == c.Details.Email && (sent.State == EmailState.Sent || sent.State == EmailState.Overtaken)
                    && sent.QueuedAt > failed.QueuedAt)));
}

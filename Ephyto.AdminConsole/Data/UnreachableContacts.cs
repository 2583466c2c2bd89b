using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Data;

internal static class UnreachableContacts
{
    /// <summary>
    /// Contact points of today to whose address a mail failed since the entry began, and none was delivered afterwards:
    /// nobody would be reached if a registration came now.
    /// </summary>
    public static IQueryable<ContactPoint> Unreachable(this IQueryable<ContactPoint> contacts, ConsoleDbContext db) => contacts.Where(c =>
        c.CurrentCountryCode != null
        && db.Set<OutgoingEmail>().Any(failed => failed.To == c.Details.Email && failed.State == EmailState.Failed && failed.QueuedAt >= c.ValidFrom
            && !db.Set<OutgoingEmail>().Any(sent => sent.To == c.Details.Email && sent.State == EmailState.Sent && sent.QueuedAt > failed.QueuedAt)));
}

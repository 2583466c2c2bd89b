using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Field.Delivery;

internal static class UndeliveredEmails
{
    /// <summary>
    /// E-mails that no mail server took, and that were neither sent again nor dealt with since: somebody has to look at them.
    /// </summary>
    public static IQueryable<OutgoingEmail> Undelivered(this IQueryable<OutgoingEmail> emails) =>
        emails.Where(e => e.State == EmailState.Failed && e.ResentAs == null && e.SettledAt == null);
}

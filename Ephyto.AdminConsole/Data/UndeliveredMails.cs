using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Data;

internal static class UndeliveredMails
{
    /// <summary>Mails that no mail server took, and that nobody has sent again since: somebody has to look at them.</summary>
    public static IQueryable<OutgoingEmail> Undelivered(this IQueryable<OutgoingEmail> mails) => mails.Where(e => e.State == EmailState.Failed && e.ResentAs == null);
}

using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Platform.Email;

/// <summary>
/// Writes a mail with a secret link anew: the link of the one before is erased and cannot be sent again. Named
/// by the kinds of mail it renews (<see cref="MailKind.WithLink"/>).
/// </summary>
internal interface IEmailRenewal
{
    /// <summary>
    /// Changes <paramref name="db"/> so that its save queues a fresh mail with a fresh link, to the address that the store has
    /// now and never to the one in <paramref name="mail"/>; a link by which its reader decides takes the place of the one before.
    /// It never saves.
    /// </summary>
    /// <returns>The refusal, in a sentence for the officer, where there is nothing left for which a link would be.</returns>
    Task<Result> RenewAsync(ConsoleDbContext db, OutgoingEmail mail, Actor officer, CancellationToken ct);
}

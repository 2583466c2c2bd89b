using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>
/// Writes an e-mail with a secret link anew: the link of the one before is erased and cannot be sent again. Named
/// by the kinds of e-mail it renews (<see cref="EmailKind.WithLink"/>).
/// </summary>
internal interface IEmailRenewal
{
    /// <summary>
    /// Changes <paramref name="db"/> so that its save queues a fresh e-mail with a fresh link, to the address that the store has
    /// now and never to the one in <paramref name="email"/>; a link by which its reader decides takes the place of the one before.
    /// It never saves.
    /// </summary>
    /// <returns>The refusal, in a sentence for the officer, where there is nothing left for which a link would be.</returns>
    Task<Result> RenewAsync(ConsoleDbContext db, OutgoingEmail email, Actor officer, CancellationToken ct);
}

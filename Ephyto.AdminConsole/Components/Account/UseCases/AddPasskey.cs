using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <param name="Passkey">As the browser made it, checked.</param>
/// <param name="Ticket">Of <see cref="BeginPasskey"/>.</param>
/// <param name="Keep">The session the person acts in.</param>
internal sealed record AddPasskeyRequest(UserPasskeyInfo Passkey, string? Ticket, Guid? Keep);

/// <summary>A passkey joins the account: from now on it signs in by itself, and the password alone no longer does.</summary>
internal sealed class AddPasskey(CredentialChange change, AccountPasskeyTickets tickets, UserManager<ConsoleUser> users)
{
    public const int MaximumName = 60;

    public async Task<Result<ConsoleUser>> HandleAsync(AddPasskeyRequest request, Actor actor, CancellationToken ct)
    {
        if (await change.OwnerAsync(actor, ct) is not { } user) return AccessErrors.NotAllowed;
        if (tickets.NameIn(user, request.Ticket) is not { } name) return AccountErrors.NotProven;

        request.Passkey.Name = name;
        user.TwoFactorEnabled = true;
        (await change.Db.SecurityOfAsync(user.Id, ct)).NotePasskeyAdded(actor, change.Now);
        await change.PrepareAsync(user, actor, request.Keep, ct);
        // Saves the passkey, and with it all of the above.
        return (await users.AddOrUpdatePasskeyAsync(user, request.Passkey)).Succeeded ? user : AccessErrors.ChangedMeanwhile;
    }
}

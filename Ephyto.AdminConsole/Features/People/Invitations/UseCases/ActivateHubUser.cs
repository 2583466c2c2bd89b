using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Invitations.UseCases;

/// <param name="LinkId">The link that was opened.</param>
/// <param name="Name">As typed.</param>
/// <param name="Password">For the new account.</param>
/// <param name="Language">Of the page on which it is activated: two letters.</param>
internal sealed record ActivateHubUserRequest(Guid LinkId, string Name, string? Password, string Language);

/// <summary>The invited person gets an account and the role in the hub: both, once, or neither.</summary>
internal sealed class ActivateHubUser(
    ViewHubInvitation invitations, AccountMaker accounts, IdentityPersonalWords words, LinkUse links, TimeProvider time)
{
    public async Task<Result<ConsoleUser>> HandleAsync(ActivateHubUserRequest request, CancellationToken ct)
    {
        if (await invitations.HandleAsync(request.LinkId, ct) is not { IsSuccess: true } shown) return LinkErrors.NotUsable;
        var email = shown.Value.User.Email;
        if (TypedName.FaultOf(request.Name) is { } fault) return fault;
        if (IdentityPasswordRules.Refuse(request.Password, [request.Name, email, .. await words.OfAsync(email, ct)]) is { } refusal) return refusal;

        // Made before the transaction: hashing takes long, and writers would wait.
        var account = accounts.Make(EmailAddress.TryParse(email)!, request.Name, request.Language, request.Password!);
        try
        {
            return await links.ConsumeAsync<ConsoleUser>(request.LinkId, LinkPurpose.ActivateHubUser, (db, link) => ActAsync(db, link, account, ct), ct);
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            return AccountErrors.AlreadyExists;
        }
    }

    private async Task<Result<ConsoleUser>> ActAsync(ConsoleDbContext db, AccessLink link, ConsoleUser account, CancellationToken ct)
    {
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == account.NormalizedEmail, ct)) return AccountErrors.AlreadyExists;
        var user = await db.Set<HubUser>().SingleAsync(u => u.Id == link.SubjectId, ct);
        if (user.Accept(account.Id, account.DisplayName, time.GetUtcNow().UtcDateTime).Error is { } refusal) return refusal;

        db.Add(account);
        return await db.TrySaveAsync(ct) is { } changed ? changed : account;
    }
}

using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Invitations.UseCases;

/// <param name="LinkId">The link that was opened.</param>
/// <param name="Person">As typed; title and telephone are the member's. Of who joins the hub only the name counts.</param>
/// <param name="Password">For the new account.</param>
/// <param name="Language">Of the pages on which it is activated: two letters.</param>
internal sealed record ActivateAccountRequest(Guid LinkId, PersonDetails Person, string? Password, string Language);

/// <summary>The invited person gets an account, and the membership or the role in the hub becomes theirs: both, once, or neither.</summary>
internal sealed class ActivateAccount(
    ViewInvitation invitations, AccountMaker accounts, IdentityPersonalWords words, LinkUse links, TimeProvider time)
{
    public async Task<Result<ConsoleUser>> HandleAsync(ActivateAccountRequest request, CancellationToken ct)
    {
        if (await invitations.HandleAsync(request.LinkId, ct) is not { IsSuccess: true, Value: var shown }) return LinkErrors.NotUsable;
        if (request.Person.Fault is { } fault) return fault;
        var email = shown.Invitation.Email;
        if (await WeaknessAsync(email, request.Person, request.Password, ct) is { } refusal) return refusal;

        // Made before the transaction: hashing takes long, and writers would wait.
        var name = PersonName.Of(request.Person.GivenName, request.Person.FamilyName);
        var account = accounts.Make(EmailAddress.TryParse(email)!, name, request.Language, request.Password!);
        try
        {
            return await links.ConsumeAsync<ConsoleUser>(request.LinkId, shown.Purpose,
                (db, link) => ActAsync(db, link, request, account, ct), ct);
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            return AccountErrors.AlreadyExists;
        }
    }

    /// <summary>
    /// Why the password will not do for this person, which a page also says beside whatever else is missing; null where it will.
    /// </summary>
    public async Task<DomainError?> WeaknessAsync(string email, PersonDetails person, string? password, CancellationToken ct) =>
        IdentityPasswordRules.Refuse(password, [person.GivenName, person.FamilyName, .. await words.OfAsync(email, ct), email]);

    private async Task<Result<ConsoleUser>> ActAsync(
        ConsoleDbContext db, AccessLink link, ActivateAccountRequest request, ConsoleUser account, CancellationToken ct)
    {
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == account.NormalizedEmail, ct)) return AccountErrors.AlreadyExists;
        var accepted = await InvitationKind.Of(link.Purpose)!.AcceptAsync(db, link.SubjectId, account, request.Person,
            time.GetUtcNow().UtcDateTime, ct);
        if (accepted.Error is { } refusal) return refusal;

        db.Add(account);
        return await db.TrySaveAsync(ct) is { } changed ? changed : account;
    }
}

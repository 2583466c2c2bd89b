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
/// <param name="Person">As typed; title and telephone are the member's.</param>
/// <param name="Password">For the new account.</param>
/// <param name="Language">Of the pages on which it is activated: two letters.</param>
internal sealed record ActivateAccountRequest(Guid LinkId, PersonDetails Person, string? Password, string Language);

/// <summary>The invited person gets an account, and the membership becomes active: both, once, or neither.</summary>
internal sealed class ActivateAccount(
    ViewInvitation invitations, AccountMaker accounts, IdentityPersonalWords words, LinkUse links, TimeProvider time)
{
    public async Task<Result<ConsoleUser>> HandleAsync(ActivateAccountRequest request, CancellationToken ct)
    {
        if (await invitations.HandleAsync(request.LinkId, ct) is not { IsSuccess: true } shown) return LinkErrors.NotUsable;
        var invited = shown.Value.Member;
        string?[] typed = [request.Person.GivenName, request.Person.FamilyName];
        if (IdentityPasswordRules.Refuse(request.Password, [.. typed, .. await words.OfAsync(invited.Email, ct)]) is { } refusal) return refusal;

        var address = EmailAddress.TryParse(invited.Email)!;
        // Made before the transaction: hashing takes long, and writers would wait.
        var account = accounts.Make(address, PersonName.Of(request.Person.GivenName, request.Person.FamilyName), request.Language, request.Password!);
        try
        {
            return await links.ConsumeAsync<ConsoleUser>(request.LinkId, LinkPurpose.ActivateAccount, (db, link) => ActAsync(db, link, request, account, ct), ct);
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            return AccountErrors.AlreadyExists;
        }
    }

    private async Task<Result<ConsoleUser>> ActAsync(
        ConsoleDbContext db, AccessLink link, ActivateAccountRequest request, ConsoleUser account, CancellationToken ct)
    {
        if (await db.Users.AnyAsync(u => u.NormalizedEmail == account.NormalizedEmail, ct)) return AccountErrors.AlreadyExists;
        var member = await db.Set<Member>().SingleAsync(m => m.Id == link.SubjectId, ct);
        if (await db.IsClosedAsync(member.NppoId, ct)) return MemberErrors.OrganizationClosed;
        if (member.Activate(account.Id, request.Person, time.GetUtcNow().UtcDateTime).Error is { } refusal) return refusal;

        db.Add(account);
        return await db.TrySaveAsync(ct) is { } changed ? changed : account;
    }
}

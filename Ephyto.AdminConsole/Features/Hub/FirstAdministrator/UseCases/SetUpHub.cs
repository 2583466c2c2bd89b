using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Hub.FirstAdministrator.UseCases;

internal sealed record SetUpHubRequest(Guid LinkId, string Name, EmailAddress Email, string? Password, string Language);

/// <summary>The holder of the one-time link becomes the first hub administrator.</summary>
internal sealed class SetUpHub(AccountMaker accounts, LinkUse links, TimeProvider time)
{
    public async Task<Result<ConsoleUser>> HandleAsync(SetUpHubRequest request, CancellationToken ct)
    {
        if (TypedName.FaultOf(request.Name) is { } fault) return fault;
        if (IdentityPasswordRules.Refuse(request.Password, request.Email.Value, request.Name) is { } refusal) return refusal;

        var account = accounts.Make(request.Email, request.Name, request.Language, request.Password!);
        try
        {
            return await links.ConsumeAsync<ConsoleUser>(request.LinkId, LinkPurpose.HubSetup, async (db, _) =>
            {
                if (await HubIsSetUpAsync(db, ct)) return AccountErrors.SetUpDone;
                db.Add(account);
                db.Add(HubUser.Appoint(
                    account.Id, request.Email, request.Name, request.Language, HubRole.HubAdministrator, Actor.User(account.Id),
                    time.GetUtcNow().UtcDateTime));
                await db.SaveChangesAsync(ct);
                return account;
            }, ct);
        }
        catch (DbUpdateException lost) when (lost.IsConflict())
        {
            return MemberErrors.AlreadyMember;
        }
    }

    public static Task<bool> HubIsSetUpAsync(ConsoleDbContext db, CancellationToken ct) =>
        db.Set<HubUser>().AnyAsync(u => u.Status == HubUserStatus.Active && u.Role == HubRole.HubAdministrator, ct);
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Hub.Problems.UseCases;

/// <summary>What may be wrong with the installation, the most urgent first.</summary>
public enum ProblemKind
{
    NoMailServer,
    SendingPaused,
    KeysNotKept,
    KeysUnencrypted,
    DiskNearlyFull,
    SignInAttacks,
    RightsRefused,
    RequestsRefused,
    QueueGrows,
    OneHubAdministrator,
    SecondFactorOff,
    MailsUndelivered,
    FewAdministrators,
    DraftsNearlyFull,
    DirectoryOld,
}

/// <param name="Count">How many are concerned; null where it is about the installation itself.</param>
/// <param name="Setting">The configuration key that mends it.</param>
/// <param name="Link">The page on which it is mended.</param>
public sealed record Problem(ProblemKind Kind, int? Count = null, string? Setting = null, string? Link = null);

/// <summary>What is wrong or risky with the installation now, for the staff of the hub.</summary>
internal sealed class ListProblems(IDbContextFactory<ConsoleDbContext> contexts, ProblemFinder finder)
{
    public async Task<Result<IReadOnlyList<Problem>>> HandleAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.RefuseOnHubAsync(actor, Permission.OutboxView, ct) is { } refusal
            ? refusal : Result<IReadOnlyList<Problem>>.Success(await finder.FindAsync(db, ct));
    }
}

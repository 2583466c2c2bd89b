using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <summary>Every organisation on its way, as the hub sees it: those with something to answer first.</summary>
internal sealed class ListIntegration(IDbContextFactory<ConsoleDbContext> contexts, IntegrationProgress progress)
{
    public async Task<Result<IReadOnlyList<NppoProgress>>> HandleAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.NpposView, ct) is { } refusal) return refusal;

        var nppos = await db.Set<Nppo>().AsNoTracking().Where(n => n.Status == NppoStatus.Onboarding || n.Status == NppoStatus.Testing).ToListAsync(ct);
        return Result<IReadOnlyList<NppoProgress>>.Success(
            [.. (await progress.ReadAsync(db, nppos, ct)).OrderByDescending(one => one.NeedsAnswer).ThenByDescending(one => one.Done).ThenBy(one => one.Nppo.CountryCode)]);
    }
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Names">Of the accounts that reported or answered a step.</param>
/// <param name="MayReport">Whether the reader may report steps.</param>
/// <param name="MayInvite">Whether the reader may invite colleagues.</param>
/// <param name="IsHub">Whether the reader looks on behalf of the hub.</param>
/// <param name="MayJudge">Whether the reader may accept, send back and set live.</param>
public sealed record IntegrationView(
    NppoProgress Progress, IReadOnlyDictionary<Guid, string> Names, bool MayReport, bool IsHub, bool MayJudge, bool MayInvite);

/// <summary>An organization's way to live exchange, for its members and for the hub.</summary>
internal sealed class ViewIntegration(IDbContextFactory<ConsoleDbContext> contexts, IntegrationProgress progress)
{
    public async Task<Result<IntegrationView>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, nppoId, ct) is { } refusal) return refusal;
        if (await db.Set<Nppo>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == nppoId, ct) is not { } nppo) return AccessErrors.NotFound;

        var read = (await progress.ReadAsync(db, [nppo], ct))[0];
        var people = read.Steps.SelectMany(step => new[] { step.Record?.ReportedBy, step.Record?.AnsweredBy, step.SeenBy }).OfType<Guid>()
            .Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, ct);
        return new IntegrationView(
            read, names, await db.AllowsOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, ct),
            await db.AllowsOnHubAsync(actor, Permission.NpposView, ct),
            await db.AllowsOnHubAsync(actor, Permission.NpposManage, ct),
            await db.AllowsOnNppoAsync(actor, Permission.MembersInvite, nppoId, ct));
    }
}

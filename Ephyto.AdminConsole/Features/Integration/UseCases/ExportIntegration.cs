using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Chosen">Only these of them, by the ids of the organizations; null: all.</param>
internal sealed record ExportIntegrationRequest(ListIntegrationRequest Filter, IReadOnlyList<Guid>? Chosen = null);

/// <summary>The whole filtered list, for a spreadsheet. Of the request every page is meant.</summary>
internal sealed class ExportIntegration(IDbContextFactory<ConsoleDbContext> contexts, ProgressList list)
{
    public async Task<Result<IReadOnlyList<NppoProgress>>> HandleAsync(ExportIntegrationRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.NpposView, ct) is { } refusal) return refusal;

        var found = await list.FindAsync(db, request.Filter, ct);
        return Result<IReadOnlyList<NppoProgress>>.Success(request.Chosen is { } chosen
            ? [.. found.Where(one => chosen.Contains(one.Nppo.Id))] : found);
    }
}

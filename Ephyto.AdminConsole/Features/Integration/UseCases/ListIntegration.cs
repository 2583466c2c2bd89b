using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Search">In the name of the organization or of its country, in any language.</param>
/// <param name="Page">From 1.</param>
/// <param name="Sort">The key of a column, with a minus in front for falling; those with something to answer first where it is
/// none.</param>
/// <param name="Size">Rows of a page.</param>
internal sealed record ListIntegrationRequest(string? Search, int Page, string? Sort = null, int Size = Paging.Size);

/// <summary>Every organization on its way, as the hub sees it, one page at a time.</summary>
internal sealed class ListIntegration(IDbContextFactory<ConsoleDbContext> contexts, ProgressList list)
{
    public async Task<Result<PageOf<NppoProgress>>> HandleAsync(ListIntegrationRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.NpposView, ct) is { } refusal) return refusal;

        return (await list.FindAsync(db, request, ct)).ToPage(request.Page, request.Size);
    }
}

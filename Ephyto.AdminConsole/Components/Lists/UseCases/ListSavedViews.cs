using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Common;
using Ephyto.Domain.Lists;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Lists.UseCases;

/// <summary>The views that a person keeps of a list. Nobody else sees them.</summary>
internal sealed class ListSavedViews(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<IReadOnlyList<SavedView>> HandleAsync(string list, Actor actor, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.User) return [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<SavedViews>().AsNoTracking().Where(views => views.UserId == actor.Id && views.List == list)
            .Select(views => views.Views).SingleOrDefaultAsync(ct) ?? [];
    }
}

using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Lists;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Lists.UseCases;

/// <summary>What every change of saved views shares: they are the person's own, and they are saved as a whole.</summary>
internal sealed class SavedViewAct(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result> ActAsync(string list, Actor actor, Func<SavedViews, Result> act, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.User) return AccessErrors.NotAllowed;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.Users.AnyAsync(user => user.Id == actor.Id, ct)) return AccessErrors.NotAllowed;
        var kept = await db.Set<SavedViews>().SingleOrDefaultAsync(views => views.UserId == actor.Id && views.List == list, ct);
        var views = kept ?? SavedViews.Begin(actor.Id, list);
        if (act(views).Error is { } refusal) return refusal;
        if (kept is null) db.Add(views);
        return await db.TrySaveFirstAsync(ct) is { } changed ? changed : Result.Success();
    }
}

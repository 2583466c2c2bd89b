using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Hub.Desk.UseCases;

/// <param name="Needs">What needs a person now.</param>
/// <param name="Today">What happened in the last 24 hours.</param>
/// <param name="Figures">Over the last twelve months.</param>
public sealed record DeskView(DeskNeeds Needs, DeskToday Today, DeskFigures Figures);

/// <summary>
/// The desk. It is the same for everybody who may see it: however many have it open, what changed is read once for all of
/// them, and with it who may see it. Both were read after the question, so a right taken away before it is gone.
/// </summary>
internal sealed class ViewDesk(IDbContextFactory<ConsoleDbContext> contexts, ReadNeeds needs, ReadToday today, ReadFigures figures)
    : IAsyncDisposable
{
    private readonly SharedReading<Reading> _shared = new(async () =>
    {
        await using var db = await contexts.CreateDbContextAsync();
        var readers = await db.RightfulHubUsers().Select(u => new { u.UserId, u.Role }).ToListAsync();
        return new(
            readers.Where(u => u.Role.Allows(Permission.RegistrationsView)).Select(u => u.UserId).OfType<Guid>().ToHashSet(),
            new(await needs.ReadAsync(db), await today.ReadAsync(db), await figures.ReadAsync(db)));
    });

    public async ValueTask DisposeAsync() => await _shared.RestAsync();

    public async Task<Result<DeskView>> HandleAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.User) return AccessErrors.NotAllowed;
        var (readers, desk) = await _shared.AskAsync().WaitAsync(ct);
        return readers.Contains(actor.Id) ? desk : AccessErrors.NotAllowed;
    }

    private sealed record Reading(IReadOnlySet<Guid> Readers, DeskView Desk);
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Hub.UseCases;

/// <param name="Needs">What needs a person now.</param>
/// <param name="Today">What happened in the last 24 hours.</param>
/// <param name="Figures">Over the last twelve months.</param>
public sealed record DeskView(DeskNeeds Needs, DeskToday Today, DeskFigures Figures);

/// <summary>
/// The desk. It is the same for everybody who may see it: however many have it open, what changed is read once for all of
/// them, while each reader's right is looked at each time.
/// </summary>
internal sealed class ViewDesk : IAsyncDisposable
{
    private readonly IDbContextFactory<ConsoleDbContext> _contexts;
    private readonly SharedReading<DeskView> _shared;

    public ViewDesk(IDbContextFactory<ConsoleDbContext> contexts, ReadNeeds needs, ReadToday today, ReadFigures figures)
    {
        _contexts = contexts;
        _shared = new(async () =>
        {
            await using var db = await contexts.CreateDbContextAsync();
            return new DeskView(await needs.ReadAsync(db), await today.ReadAsync(db), await figures.ReadAsync(db));
        });
    }

    public async ValueTask DisposeAsync() => await _shared.RestAsync();

    public async Task<Result<DeskView>> HandleAsync(Actor actor, CancellationToken ct)
    {
        await using (var db = await _contexts.CreateDbContextAsync(ct))
        {
            if (await db.RefuseOnHubAsync(actor, Permission.RegistrationsView, ct) is { } refusal) return refusal;
        }

        return await _shared.AskAsync();
    }
}

using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Nppos.Staff.Components;

/// <summary>What the pages of organisations show and do.</summary>
internal sealed class NppoActs(ListNppos list, ViewNppoFile view, SuspendNppo suspend, ReactivateNppo reactivate, CloseNppo close)
{
    public Task<Result<NppoList>> ListAsync(ListNpposRequest request, Actor reader) => list.HandleAsync(request, reader, CancellationToken.None);

    public Task<Result<NppoFile>> ViewAsync(Guid nppoId, Actor reader) => view.HandleAsync(nppoId, reader, CancellationToken.None);

    public Task<Result<NppoActed>> SuspendAsync(Guid nppoId, int seenVersion, string words, Actor actor) =>
        suspend.HandleAsync(new(nppoId, seenVersion, words), actor, CancellationToken.None);

    public Task<Result<NppoActed>> ReactivateAsync(Guid nppoId, int seenVersion, Actor actor) =>
        reactivate.HandleAsync(new(nppoId, seenVersion), actor, CancellationToken.None);

    public Task<Result<NppoActed>> CloseAsync(Guid nppoId, int seenVersion, string words, Actor actor) =>
        close.HandleAsync(new(nppoId, seenVersion, words), actor, CancellationToken.None);
}

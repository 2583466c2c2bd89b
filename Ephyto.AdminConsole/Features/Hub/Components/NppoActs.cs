using Ephyto.AdminConsole.Features.Hub.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Hub.Components;

/// <summary>What the pages of organisations show and do.</summary>
internal sealed class NppoActs(ListNppos list, ViewNppoFile view, SuspendNppo suspend, ReactivateNppo reactivate, CloseNppo close)
{
    public Task<Result<NppoList>> ListAsync(ListNpposRequest request, Actor reader) => list.HandleAsync(request, reader, CancellationToken.None);

    public Task<Result<NppoFile>> ViewAsync(Guid nppoId, Actor reader) => view.HandleAsync(nppoId, reader, CancellationToken.None);

    public Task<Result<NppoStatus>> SuspendAsync(Guid nppoId, string words, Actor actor) =>
        suspend.HandleAsync(new(nppoId, words), actor, CancellationToken.None);

    public Task<Result<NppoStatus>> ReactivateAsync(Guid nppoId, Actor actor) => reactivate.HandleAsync(nppoId, actor, CancellationToken.None);

    public Task<Result<NppoStatus>> CloseAsync(Guid nppoId, string words, Actor actor) =>
        close.HandleAsync(new(nppoId, words), actor, CancellationToken.None);
}

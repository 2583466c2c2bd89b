using Ephyto.AdminConsole.Features.Hub.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Features.Hub.Components;

/// <summary>What the list of organisations shows and does.</summary>
internal sealed class NppoActs(ListNppos list, SuspendNppo suspend, ReactivateNppo reactivate)
{
    public Task<Result<NppoList>> ListAsync(ListNpposRequest request, Actor reader) => list.HandleAsync(request, reader, CancellationToken.None);

    public Task<Result<NppoStatus>> SuspendAsync(Guid nppoId, string words, Actor actor) =>
        suspend.HandleAsync(new(nppoId, words), actor, CancellationToken.None);

    public Task<Result<NppoStatus>> ReactivateAsync(Guid nppoId, Actor actor) => reactivate.HandleAsync(nppoId, actor, CancellationToken.None);
}

using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Features.People.Members.Components;

/// <summary>What the handover page reads and does.</summary>
internal sealed class HandoverDesk(ViewHandover view, HandOver handOver)
{
    public Task<Result<HandoverView>> ViewAsync(Guid nppoId, Actor actor) => view.HandleAsync(nppoId, actor, CancellationToken.None);

    public Task<Result<MemberStatus>> HandOverAsync(HandOverRequest request, Actor actor) => handOver.HandleAsync(request, actor, CancellationToken.None);
}

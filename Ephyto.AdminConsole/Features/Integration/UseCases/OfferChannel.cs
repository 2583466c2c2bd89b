using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="IsOffered">Whether rules may name it from now on.</param>
internal sealed record OfferChannelRequest(Guid ChannelId, bool IsOffered);

/// <summary>Takes a channel out of what rules may name, or puts it back.</summary>
internal sealed class OfferChannel(Changes changes)
{
    public Task<Result<Guid>> HandleAsync(OfferChannelRequest request, Actor actor, CancellationToken ct) => changes.MakeAsync(
        new Change<Channel>(request.ChannelId)
        {
            Guard = (db, cancel) => db.RefuseOnHubAsync(actor, Permission.NpposManage, cancel),
        },
        (channel, now) => channel.Offer(request.IsOffered, actor.Id, now),
        channel => channel.Id,
        ct);
}

using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="Version">Of the channel as the reader saw it.</param>
internal sealed record ChangeChannelRequest(Guid ChannelId, int Version, string? Name, bool Receive, bool Send);

/// <summary>What a channel is called, and in which directions it is used. Its code stays: rules name it.</summary>
internal sealed class ChangeChannel(Changes changes)
{
    public Task<Result<Guid>> HandleAsync(ChangeChannelRequest request, Actor actor, CancellationToken ct) => changes.MakeAsync(
        new Change<Channel>(request.ChannelId)
        {
            Guard = (db, cancel) => db.RefuseOnHubAsync(actor, Permission.NpposManage, cancel),
            SeenVersion = request.Version,
        },
        (channel, now) => channel.Change(new(request.Name, request.Receive, request.Send), actor.Id, now),
        channel => channel.Id,
        ct);
}

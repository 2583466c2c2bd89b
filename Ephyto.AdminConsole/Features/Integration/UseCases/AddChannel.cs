using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

internal sealed record AddChannelRequest(string? Code, string? Name, bool Receive, bool Send);

/// <summary>A channel more, which rules may name at once.</summary>
internal sealed class AddChannel(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<Guid>> HandleAsync(AddChannelRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.NpposManage, ct) is { } refusal) return refusal;

        var added = Channel.Add(request.Code, new(request.Name, request.Receive, request.Send), actor.Id, time.GetUtcNow().UtcDateTime);
        if (added.Error is { } unfit) return unfit;
        if (await db.Set<Channel>().AnyAsync(c => c.Code == added.Value.Code, ct)) return ChannelErrors.CodeTaken;
        db.Add(added.Value);
        return await db.TrySaveAsync(ct, ChannelErrors.CodeTaken) is { } lost ? lost : added.Value.Id;
    }
}

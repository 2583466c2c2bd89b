using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic.UseCases;

/// <param name="NppoId">Whose call it is to be; null: anybody's, for the hub.</param>
internal sealed record ViewCallRequest(Guid? NppoId, Guid CallId);

/// <param name="CountryCode">Of the organization; null where none was recognised.</param>
internal sealed record CallView(SandboxCall Call, string? CountryCode);

/// <summary>One call with everything that was said in it.</summary>
internal sealed class ViewCall(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<CallView>> HandleAsync(ViewCallRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseAsync(request.NppoId, actor, ct) is { } refusal) return refusal;

        var calls = db.Set<SandboxCall>().AsNoTracking();
        if (request.NppoId is { } nppo) calls = calls.Where(c => c.NppoId == nppo);
        if (await calls.SingleOrDefaultAsync(c => c.Id == request.CallId, ct) is not { } call) return AccessErrors.NotFound;

        var country = await db.Set<Nppo>().Where(n => n.Id == call.NppoId).Select(n => n.CountryCode).SingleOrDefaultAsync(ct);
        return new CallView(call, country);
    }
}

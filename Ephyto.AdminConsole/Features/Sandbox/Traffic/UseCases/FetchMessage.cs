using System.Text;
using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic.UseCases;

/// <param name="NppoId">Whose call it is to be; null: anybody's, for the hub.</param>
/// <param name="OfAnswer">The answer; else the request.</param>
internal sealed record FetchMessageRequest(Guid? NppoId, Guid CallId, bool OfAnswer);

/// <summary>A file to download.</summary>
internal sealed record MessageFile(string Name, byte[] Bytes);

/// <summary>A request or an answer as it was said, in UTF-8.</summary>
internal sealed class FetchMessage(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<MessageFile>> HandleAsync(FetchMessageRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseAsync(request.NppoId, actor, ct) is { } refusal) return refusal;

        var calls = db.Set<SandboxCall>().AsNoTracking().Where(c => c.Id == request.CallId);
        if (request.NppoId is { } nppo) calls = calls.Where(c => c.NppoId == nppo);
        var said = await calls.Select(c => request.OfAnswer ? c.Answer : c.Request).SingleOrDefaultAsync(ct);
        var part = request.OfAnswer ? "answer" : "request";
        return said is null
            ? AccessErrors.NotFound : new MessageFile($"sandbox-{request.CallId:N}-{part}.xml", Encoding.UTF8.GetBytes(said));
    }
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <summary>What every act of the hub on a document of the library shares.</summary>
internal sealed class LibraryAct(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public Task<Result<Guid>> ActAsync(Guid documentId, Actor actor, Func<ConsoleDbContext, IntegrationDocument, DateTime, Result> act, CancellationToken ct) =>
        ActAsync(documentId, actor, (db, document, now) => Task.FromResult(act(db, document, now)), ct);

    public async Task<Result<Guid>> ActAsync(Guid documentId, Actor actor, Func<ConsoleDbContext, IntegrationDocument, DateTime, Task<Result>> act, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LibraryManage, ct) is { } refusal) return refusal;
        if (await db.Set<IntegrationDocument>().SingleOrDefaultAsync(d => d.Id == documentId, ct) is not { } document) return AccessErrors.NotFound;

        if ((await act(db, document, time.GetUtcNow().UtcDateTime)).Error is { } impossible) return impossible;
        return await db.TrySaveAsync(ct) is { } changed ? changed : document.Id;
    }
}

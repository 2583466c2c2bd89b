using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <summary>What every act of the hub on a document of the library shares.</summary>
internal sealed class LibraryAct(Changes changes)
{
    public Task<Result<Guid>> ActAsync(Guid documentId, Actor actor, Func<ConsoleDbContext, IntegrationDocument, DateTime, Result> act,
        CancellationToken ct) =>
        ActAsync(documentId, actor, (db, document, now) => Task.FromResult(act(db, document, now)), ct);

    public Task<Result<Guid>> ActAsync(
        Guid documentId, Actor actor, Func<ConsoleDbContext, IntegrationDocument, DateTime, Task<Result>> act, CancellationToken ct) =>
            changes.MakeAsync(
            new Change<IntegrationDocument>(
                documentId) { Guard = (db, cancel) => db.RefuseOnHubAsync(actor, Permission.LibraryManage, cancel) },
            act,
            (_, document) => document.Id,
            ct);
}

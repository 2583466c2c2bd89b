using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <param name="Nppos">How many organizations there are.</param>
/// <param name="MayManage">Whether the reader may change the document.</param>
public sealed record LibraryDocumentView(LibraryItem Item, int Nppos, bool MayManage);

/// <summary>One document of the library with all its versions, for the people of the hub.</summary>
internal sealed class ViewLibraryDocument(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<LibraryDocumentView>> HandleAsync(Guid documentId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LibraryView, ct) is { } refusal) return refusal;
        if (await ListLibrary.Find(db).SingleOrDefaultAsync(one => one.Document.Id == documentId, ct) is not { } found)
            return AccessErrors.NotFound;

        var nppos = await db.Set<Nppo>().CountAsync(nppo => nppo.Status != NppoStatus.Closed, ct);
        return new LibraryDocumentView(new(found.Document, found.Holders), nppos,
            await db.AllowsOnHubAsync(actor, Permission.LibraryManage, ct));
    }
}

using Ephyto.AdminConsole.Features.IntegrationDocuments.Inspection;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <param name="Notes">What is new in it.</param>
internal sealed record AddDocumentVersionRequest(Guid DocumentId, string? Notes, string? FileName, byte[] Content);

/// <summary>The next version of a document, as a draft.</summary>
internal sealed class AddDocumentVersion(LibraryAct library, DocumentInspector inspector)
{
    public Task<Result<Guid>> HandleAsync(AddDocumentVersionRequest request, Actor actor, CancellationToken ct) =>
        library.ActAsync(request.DocumentId, actor, async (db, document, now) =>
        {
            var inspected = await inspector.InspectAsync(request.FileName, request.Content, ct);
            if (inspected.Error is { } unfit) return (Result)unfit;
            var added = document.AddVersion(inspected.Value, request.Notes, actor, now);
            if (added.IsSuccess) db.Add(new DocumentContent { VersionId = added.Value.Id, Bytes = request.Content });
            return added;
        }, ct);
}

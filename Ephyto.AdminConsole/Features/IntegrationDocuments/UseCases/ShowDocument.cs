using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

internal sealed record ShowDocumentRequest(Guid DocumentId, DocumentAudience Audience);

/// <summary>Changes who may read a document.</summary>
internal sealed class ShowDocument(LibraryAct library)
{
    public Task<Result<Guid>> HandleAsync(ShowDocumentRequest request, Actor actor, CancellationToken ct) =>
        library.ActAsync(request.DocumentId, actor, (_, document, now) => document.ShowTo(request.Audience, actor, now), ct);
}

using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

internal sealed record DocumentVersionRequest(Guid DocumentId, Guid VersionId);

/// <summary>Members read this version from now on; those who have the one before are told.</summary>
internal sealed class PublishDocument(LibraryAct library)
{
    public Task<Result<Guid>> HandleAsync(DocumentVersionRequest request, Actor actor, CancellationToken ct) =>
        library.ActAsync(request.DocumentId, actor, (_, document, now) => document.Publish(request.VersionId, actor, now), ct);
}

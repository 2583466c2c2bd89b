using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <summary>Nobody outside the hub reads this version any more.</summary>
internal sealed class WithdrawDocument(LibraryAct library)
{
    public Task<Result<Guid>> HandleAsync(DocumentVersionRequest request, Actor actor, CancellationToken ct) =>
        library.ActAsync(request.DocumentId, actor, (_, document, now) => document.Withdraw(request.VersionId, actor, now), ct);
}

using Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Components;

/// <summary>What the library's page shows and does.</summary>
internal sealed class LibraryActs(
    ListLibrary list, AddDocument add, AddDocumentVersion addVersion, PublishDocument publish, WithdrawDocument withdraw, ShowDocument show)
{
    public Task<Result<LibraryView>> ListAsync(Actor reader) => list.HandleAsync(reader, CancellationToken.None);

    public Task<Result<IReadOnlyList<DocumentHolder>>> HoldersAsync(Guid document, Actor reader) => list.HoldersAsync(document, reader, CancellationToken.None);

    public Task<Result<Guid>> AddAsync(AddDocumentRequest request, Actor actor) => add.HandleAsync(request, actor, CancellationToken.None);

    public Task<Result<Guid>> AddVersionAsync(AddDocumentVersionRequest request, Actor actor) => addVersion.HandleAsync(request, actor, CancellationToken.None);

    public Task<Result<Guid>> PublishAsync(Guid document, Guid version, Actor actor) => publish.HandleAsync(new(document, version), actor, CancellationToken.None);

    public Task<Result<Guid>> WithdrawAsync(Guid document, Guid version, Actor actor) => withdraw.HandleAsync(new(document, version), actor, CancellationToken.None);

    public Task<Result<Guid>> ShowAsync(Guid document, DocumentAudience audience, Actor actor) => show.HandleAsync(new(document, audience), actor, CancellationToken.None);
}

using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;

namespace Ephyto.AdminConsole.Features.ContactPoints.Components;

/// <summary>What the page of the import does.</summary>
internal sealed class ImportActs(DirectorySheetReader reader, ViewImport view, PreviewImport preview, ApplyImport apply)
{
    public DirectorySheet Read(byte[] content) => reader.Read(content);

    public Task<Result<ImportDesk>> OpenAsync(Actor actor) => view.HandleAsync(actor, CancellationToken.None);

    public Task<Result<ImportPreview>> PreviewAsync(DirectorySheet sheet, UnnamedCountries unnamed, Actor actor) =>
        preview.HandleAsync(new(sheet, unnamed), actor, CancellationToken.None);

    public Task<Result<ImportOutcome>> ApplyAsync(DirectorySheet sheet, UnnamedCountries unnamed, ImportPreview seen, Actor actor) =>
        apply.HandleAsync(new(sheet, unnamed, seen.Seen), actor, CancellationToken.None);
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.IntegrationDocuments.Inspection;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.UseCases;

/// <param name="Title">In the document's language.</param>
/// <param name="Language">The code of one of the console's languages.</param>
/// <param name="FileName">As the browser gave it.</param>
/// <param name="Content">The whole file.</param>
internal sealed record AddDocumentRequest(
    DocumentKind Kind, string? Title, string Language, DocumentAudience Audience, string? FileName, byte[] Content);

/// <summary>A new document in the library; its first version is a draft.</summary>
internal sealed class AddDocument(IDbContextFactory<ConsoleDbContext> contexts, DocumentInspector inspector, TimeProvider time)
{
    public async Task<Result<Guid>> HandleAsync(AddDocumentRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LibraryManage, ct) is { } refusal) return refusal;
        var language = Languages.All.Any(known => known.Code == request.Language) ? request.Language : Languages.Current.Code;
        var created = IntegrationDocument.Create(request.Kind, request.Title, language, request.Audience);
        if (created.Error is { } incomplete) return incomplete;
        var inspected = await inspector.InspectAsync(request.FileName, request.Content, ct);
        if (inspected.Error is { } unfit) return unfit;

        var version = created.Value.AddVersion(inspected.Value, null, actor, time.GetUtcNow().UtcDateTime).Value;
        db.Add(created.Value);
        db.Add(new DocumentContent { VersionId = version.Id, Bytes = request.Content });
        return await db.TrySaveAsync(ct) is { } changed ? changed : created.Value.Id;
    }
}

using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Links;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

internal sealed record AskByLinkRequest(Guid LinkId, Language Language, string? Addressee);

/// <summary>The contact point asks for the letter; the link is used up with it, or neither happens.</summary>
internal sealed class AskByLink(LinkUse links, TimeProvider time)
{
    public Task<Result<Guid>> HandleAsync(AskByLinkRequest request, CancellationToken ct) =>
        links.ConsumeAsync<Guid>(request.LinkId, LinkPurpose.LetterRequest, async (db, link) =>
        {
            var nppo = await db.NppoOfAsync(link.SubjectId, ct);
            // The directory has another contact now: a link of the former one opens nothing.
            if ((await db.CurrentContactAsync(nppo.CountryCode, ct))?.Id != link.HolderId) return LinkErrors.NotUsable;
            return await AskForLetter.AskAsync(db, nppo, request.Language, request.Addressee, Actor.ContactPoint(link.HolderId),
                time.GetUtcNow().UtcDateTime, ct);
        }, ct);
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Letters.Pdf;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Rendering;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <summary>The letter as it would be issued now, marked as a preview: without a number, and without a code.</summary>
internal sealed class PreviewLetter(IDbContextFactory<ConsoleDbContext> contexts, LetterPdf paper, MadeOnce made, TimeProvider time)
{
    public async Task<Result<byte[]>> HandleAsync(Guid letterId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LettersView, ct) is { } refusal) return refusal;
        if (await db.FindLetterAsync(letterId, ct) is not { IsOpen: true } letter) return AccessErrors.NotFound;

        var nppo = await db.NppoOfAsync(letter.NppoId, ct);
        if (letter.RefuseToIssue(nppo) is not null) return AccessErrors.NotFound;
        var draft = new LetterDraft(LetterFacts.Of(nppo), letter.Language, letter.Addressee, null, time.GetUtcNow().UtcDateTime.Date);
        return await made.GetAsync($"letter:{draft}", cancelled => paper.Write(draft, cancelled), bytes => bytes.Length, ct);
    }
}

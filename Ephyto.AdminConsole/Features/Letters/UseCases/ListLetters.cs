using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <param name="Search">In the number, or the country's name in any language.</param>
/// <param name="Status">Only letters in this state.</param>
/// <param name="Page">From 1.</param>
/// <param name="Sort">The key of a column, with a minus in front for falling; what waits first where it is none.</param>
/// <param name="Size">Rows of a page.</param>
internal sealed record ListLettersRequest(string? Search, LetterStatus? Status, int Page, string? Sort = null, int Size = Paging.Size);

public sealed record LetterRow(ParticipationLetter Letter, string Organization);

/// <summary>
/// The letters of every organization, one page at a time: open requests first, the longest waiting at the top, unless another order is
/// asked for.
/// </summary>
internal sealed class ListLetters(IDbContextFactory<ConsoleDbContext> contexts, LetterFilter filter)
{
    public async Task<Result<PageOf<LetterRow>>> HandleAsync(ListLettersRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LettersView, ct) is { } refusal) return refusal;

        return await filter.Rows(db, request).ToPageAsync(request.Page, ct, request.Size);
    }
}

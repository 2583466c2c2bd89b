using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <param name="Chosen">Only these of them; null: all.</param>
internal sealed record ExportLettersRequest(ListLettersRequest Filter, IReadOnlyList<Guid>? Chosen = null);

/// <summary>The whole filtered list, for a spreadsheet. Of the request every page is meant.</summary>
internal sealed class ExportLetters(IDbContextFactory<ConsoleDbContext> contexts, LetterFilter filter)
{
    public async Task<Result<List<LetterRow>>> HandleAsync(ExportLettersRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LettersView, ct) is { } refusal) return refusal;

        return await filter.Rows(db, request.Filter, request.Chosen).ToListAsync(ct);
    }
}

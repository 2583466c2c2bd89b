using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <summary>The whole filtered list, for a spreadsheet. Of the request every page is meant.</summary>
internal sealed class ExportLetters(IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries)
{
    public async Task<Result<List<LetterRow>>> HandleAsync(ListLettersRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LettersView, ct) is { } refusal) return refusal;

        return await ListLetters.Rows(db, countries, request).ToListAsync(ct);
    }
}

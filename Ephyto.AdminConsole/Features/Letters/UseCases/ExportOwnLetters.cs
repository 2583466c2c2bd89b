using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <param name="Sort">As <see cref="ListOwnLettersRequest.Sort"/>.</param>
/// <param name="Chosen">Only these of them; null: all.</param>
/// <param name="Search">As <see cref="ListOwnLettersRequest.Search"/>.</param>
internal sealed record ExportOwnLettersRequest(
    Guid NppoId, string? Sort = null, IReadOnlyList<Guid>? Chosen = null, string? Search = null);

/// <summary>The letters of one organization, for a spreadsheet of its own people.</summary>
internal sealed class ExportOwnLetters(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<List<ParticipationLetter>>> HandleAsync(ExportOwnLettersRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, request.NppoId, ct) is { } refusal) return refusal;

        var own = await ListOwnLetters.FoundAsync(ListOwnLetters.Of(db, request.NppoId), request.Search, ct);
        if (request.Chosen is { } chosen) own = own.Where(letter => chosen.Contains(letter.Id));
        return await ListOwnLetters.Orders.Apply(own, request.Sort).ToListAsync(ct);
    }
}

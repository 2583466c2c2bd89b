using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

internal sealed record ListOwnLettersRequest(Guid NppoId, int Page);

/// <param name="Page">The newest first.</param>
/// <param name="CountryCode">Of the organisation.</param>
/// <param name="HasOpenRequest">Whether one is with the Secretariat.</param>
/// <param name="MayAsk">Whether the reader may ask, and take back.</param>
internal sealed record OwnLetters(PageOf<ParticipationLetter> Page, string CountryCode, bool HasOpenRequest, bool MayAsk);

/// <summary>The letters of one organisation, for its own people.</summary>
internal sealed class ListOwnLetters(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<OwnLetters>> HandleAsync(ListOwnLettersRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, request.NppoId, ct) is { } refusal) return refusal;

        var nppo = await db.NppoOfAsync(request.NppoId, ct);
        var own = db.Set<ParticipationLetter>().AsNoTracking().Where(letter => letter.NppoId == request.NppoId);
        var page = await own.OrderByDescending(letter => letter.RequestedAt).ThenByDescending(letter => letter.Id).ToPageAsync(request.Page, ct);
        var mayAsk = await db.AllowsOnNppoAsync(actor, Permission.LettersAsk, request.NppoId, ct);
        return new OwnLetters(page, nppo.CountryCode, await own.AnyAsync(letter => letter.OpenNppoId != null, ct), mayAsk);
    }
}

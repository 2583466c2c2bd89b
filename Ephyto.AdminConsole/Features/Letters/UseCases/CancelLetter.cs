using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

internal sealed record CancelLetterRequest(Guid NppoId, Guid LetterId);

/// <summary>The organization takes back what one of its members asked for.</summary>
internal sealed class CancelLetter(IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time)
{
    public async Task<Result<LetterStatus>> HandleAsync(CancelLetterRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.LettersAsk, request.NppoId, ct) is { } refusal) return refusal;
        if (await db.FindLetterAsync(request.LetterId, ct) is not { } letter || letter.NppoId != request.NppoId)
            return AccessErrors.NotFound;

        if (letter.Cancel(actor, time.GetUtcNow().UtcDateTime).Error is { } impossible) return impossible;
        return await db.TrySaveAsync(ct) is null ? letter.Status : await LetterAct.WhyAsync(contexts, letter.Id, ct);
    }
}

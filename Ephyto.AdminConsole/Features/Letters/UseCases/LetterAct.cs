using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <summary>What the Secretariat's acts on a letter share.</summary>
internal sealed class LetterAct(IDbContextFactory<ConsoleDbContext> contexts, Changes changes)
{
    /// <param name="letterId">Which.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="act">The domain's method, with the moment.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<LetterStatus>> ActAsync(Guid letterId, Actor actor, Func<ParticipationLetter, DateTime, Result> act,
        CancellationToken ct)
    {
        var made = await changes.MakeAsync(
            new Change<ParticipationLetter>(
                letterId) { Guard = (db, cancel) => db.RefuseOnHubAsync(actor, Permission.LettersIssue, cancel) },
            act,
            letter => letter.Status,
            ct);
        return made.Error == AccessErrors.ChangedMeanwhile ? await WhyAsync(contexts, letterId, ct) : made;
    }

    /// <summary>Somebody else saved first: what has become of the letter.</summary>
    public static async Task<DomainError> WhyAsync(IDbContextFactory<ConsoleDbContext> contexts, Guid letterId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var letter = await db.FindLetterAsync(letterId, ct);
        return letter is null or { IsOpen: true } ? AccessErrors.ChangedMeanwhile : LetterErrors.Because(letter.Status);
    }
}

using System.Security.Cryptography;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Letters.Pdf;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <param name="Seen">The state of the organization in the preview that the officer looked at.</param>
internal sealed record IssueLetterRequest(Guid LetterId, NppoStatus Seen);

/// <summary>The Secretariat issues the letter: number, code and file are made in one transaction with it.</summary>
internal sealed class IssueLetter(IDbContextFactory<ConsoleDbContext> contexts, LetterPdf paper, TimeProvider time)
{
    public async Task<Result<LetterNumber>> HandleAsync(IssueLetterRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LettersIssue, ct) is { } refusal) return refusal;

        await using var transaction = await LetterNumbers.LockAsync(db, ct);
        if (await db.FindLetterAsync(request.LetterId, ct) is not { } letter) return AccessErrors.NotFound;
        var nppo = await db.NppoOfAsync(letter.NppoId, ct);
        if (letter.RefuseToIssue(nppo) is { } impossible) return impossible;
        if (nppo.Status != request.Seen) return LetterErrors.FactsChanged;

        var now = time.GetUtcNow().UtcDateTime;
        var identity = new LetterIdentity(await LetterNumbers.NextAsync(db, now.Year, ct), VerificationCode.New(), now);
        var file = paper.Write(new(LetterFacts.Of(nppo), letter.Language, letter.Addressee, identity, now), ct);
        if (letter.Issue(nppo, identity, Convert.ToHexStringLower(SHA256.HashData(file)), actor).Error is { } late) return late;
        db.Add(new LetterFile { LetterId = letter.Id, Bytes = file });
        if (await db.TrySaveAsync(ct) is not null)
        {
            await transaction.RollbackAsync(ct);
            return await LetterAct.WhyAsync(contexts, letter.Id, ct);
        }

        await transaction.CommitAsync(ct);
        return identity.Number;
    }
}

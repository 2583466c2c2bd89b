using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Pdf;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <param name="Addressee">One line; empty for "to whom it may concern".</param>
internal sealed record AskForLetterRequest(Guid NppoId, Language Language, string? Addressee);

/// <summary>A member of the organization asks the Secretariat for the letter.</summary>
internal sealed class AskForLetter(IDbContextFactory<ConsoleDbContext> contexts, EmailLimits limits, TimeProvider time)
{
    public async Task<Result<Guid>> HandleAsync(AskForLetterRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.LettersAsk, request.NppoId, ct) is { } refusal) return refusal;
        if (!await limits.AllowAsync(EmailCause.LetterRequest, request.NppoId.ToString(), actor.Id.ToString(), ct))
            return EmailErrors.TooMany;

        return await AskAsync(db, await db.NppoOfAsync(request.NppoId, ct), request.Language, request.Addressee, actor,
            time.GetUtcNow().UtcDateTime, ct);
    }

    /// <summary>What both ways of asking share. Of several requests at the same instant the store lets one in.</summary>
    public static async Task<Result<Guid>> AskAsync(
        ConsoleDbContext db, Nppo nppo, Language language, string? addressee, Actor actor, DateTime now, CancellationToken ct)
    {
        if (await db.Set<ParticipationLetter>().AnyAsync(letter => letter.OpenNppoId == nppo.Id, ct)) return LetterErrors.AlreadyRequested;
        var asked = ParticipationLetter.Request(nppo, language, addressee, actor, now);
        if (asked.Error is { } impossible) return impossible;
        if (asked.Value.Addressee is { } line && !PdfFont.CanWrite(line)) return LetterErrors.AddresseeNotWritable;

        db.Add(asked.Value);
        return await db.TrySaveAsync(ct, LetterErrors.AlreadyRequested) is { } lost ? lost : asked.Value.Id;
    }
}

using Ephyto.AdminConsole.Components.Emails;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Letters.Emails;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters.UseCases;

/// <param name="Nppo">As it is now; the letter itself keeps what it stated.</param>
/// <param name="AskedBy">A name; empty where it is not known any more.</param>
/// <param name="DecidedBy">Who issued, declined or withdrew it last; null while nobody has.</param>
/// <param name="Emails">The newest first.</param>
/// <param name="MayIssue">Whether the reader decides.</param>
public sealed record LetterView(
    ParticipationLetter Letter, Nppo Nppo, string AskedBy, string? DecidedBy, IReadOnlyList<SubjectEmail> Emails, bool MayIssue)
{
    /// <summary>Whether it can be issued for the organization as it is now.</summary>
    public bool CanBeIssued => Letter.RefuseToIssue(Nppo) is null;

    /// <summary>
    /// Whether the decision is there and no message to whoever asked: there was no address to write to, or the message was erased.
    /// </summary>
    public bool NobodyWasTold => LetterEmails.KindFor(Letter.Status) is { } kind && Emails.All(email => email.Kind != kind);
}

/// <summary>One letter, for the people of the hub.</summary>
internal sealed class ViewLetter(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<LetterView>> HandleAsync(Guid letterId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.LettersView, ct) is { } refusal) return refusal;
        if (await db.FindLetterAsync(letterId, ct) is not { } letter) return AccessErrors.NotFound;

        var nppo = await db.NppoOfAsync(letter.NppoId, ct);
        var asker = letter.AskedByKind == ActorKind.ContactPoint
            ? (await db.Set<ContactPoint>().AsNoTracking()
                .SingleOrDefaultAsync(contact => contact.Id == letter.AskedById, ct))?.Details.FullName
            : await NameAsync(db, letter.AskedById, ct);
        var decider = letter.DecidedBy is { } by ? await NameAsync(db, by, ct) : null;
        var emails = await db.Set<OutgoingEmail>().AsNoTracking()
            .Where(email => email.SubjectKind == SubjectKinds.Letter && email.SubjectId == letterId)
            .OrderByDescending(email => email.QueuedAt).ThenByDescending(email => email.Id).Select(SubjectEmail.Of).ToListAsync(ct);
        return new LetterView(letter, nppo, asker ?? "", decider, emails, await db.AllowsOnHubAsync(actor, Permission.LettersIssue, ct));
    }

    private static Task<string?> NameAsync(ConsoleDbContext db, Guid account, CancellationToken ct) =>
        db.Users.Where(user => user.Id == account).Select(user => (string?)user.DisplayName).SingleOrDefaultAsync(ct);
}

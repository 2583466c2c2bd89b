using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Letters.Emails;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Links;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Letters.Reactions;

/// <summary>
/// Queues the messages that carry a link to a letter. A newer link takes the place of the one before; so does a newer message.
/// </summary>
internal sealed class LetterMailer(
    EmailWriter writer, LetterEmails emails, LinkIssuer links, IOptions<LettersOptions> options, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Whether the contact had such a link a moment ago. Anybody may press the button: the contact point is not to be flooded.
    /// </summary>
    public Task<bool> IsTooSoonAsync(ConsoleDbContext db, LinkPurpose purpose, Guid subjectId, Guid contactId, CancellationToken ct)
    {
        var since = Now - TimeSpan.FromMinutes(options.Value.LinkPauseMinutes);
        return db.Set<AccessLink>()
            .AnyAsync(link => link.Purpose == purpose && link.SubjectId == subjectId && link.HolderId == contactId
                && link.IssuedAt > since, ct);
    }

    /// <summary>To the contact of a country: the link by which it asks for the letter.</summary>
    public async Task SendRequestLinkAsync(ConsoleDbContext db, Nppo nppo, ContactPoint contact, EmailAddress address, CancellationToken ct)
    {
        var about = new SubjectRef(SubjectKinds.Nppo, nppo.Id);
        var lifetime = TimeSpan.FromDays(options.Value.LinkDays);
        await writer.CancelAsync(db, LetterEmails.LinkKind, about, ct);
        var issued = await links.ReplaceAsync(db, LinkPurpose.LetterRequest, nppo.Id, contact.Id, lifetime, ct);
        var until = Now + lifetime;
        await writer.WriteAsync(db, LetterEmails.LinkKind, about, address, contact.Details.PreferredLanguage, issued.ProtectedSecret,
            () => emails.Link(nppo, until), ct);
    }

    /// <summary>The letter is there; who has no account gets a link to it.</summary>
    public async Task SendIssuedAsync(ConsoleDbContext db, ParticipationLetter letter, Nppo nppo, LetterReader reader, CancellationToken ct)
    {
        var about = new SubjectRef(SubjectKinds.Letter, letter.Id);
        var lifetime = TimeSpan.FromDays(options.Value.DownloadDays);
        var link = reader.ContactPointId is { } contact
            ? await links.ReplaceAsync(db, LinkPurpose.LetterDownload, letter.Id, contact, lifetime, ct) : null;
        if (link is not null) await writer.CancelAsync(db, LetterEmails.IssuedKind, about, ct);
        var until = link is null ? (DateTime?)null : Now + lifetime;
        await writer.WriteAsync(
            db, LetterEmails.IssuedKind, about, reader.Address, reader.Language, link?.ProtectedSecret,
            () => emails.Issued(letter, nppo, until), ct);
    }
}

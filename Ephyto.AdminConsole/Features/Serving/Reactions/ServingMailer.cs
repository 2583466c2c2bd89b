using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Serving;

namespace Ephyto.AdminConsole.Features.Serving.Reactions;

/// <summary>
/// Queues the messages to the contact point of a country. A newer link takes the place of the one before; so does a newer message.
/// Only what others did meanwhile leaves the older link as it is: it may be open under the hands of who reads it.
/// </summary>
internal sealed class ServingMailer(EmailWriter writer, ServingEmails emails, LinkIssuer links, TimeProvider time)
{
    /// <summary>After a silence a late answer is welcome.</summary>
    private static readonly TimeSpan Question = TimeSpan.FromDays(60);

    /// <summary>It can be ended at any time: who finds the link too old asks there for a new one.</summary>
    private static readonly TimeSpan Standing = TimeSpan.FromDays(730);

    public static SubjectRef About(ServedCountry serving) => new(SubjectKinds.Serving, serving.Id);

    /// <summary>The question, with the link by which it is answered.</summary>
    public Task AskAsync(ConsoleDbContext db, ServedCountry serving, ContactPoint contact, CancellationToken ct) =>
        WriteAsync(db, serving, contact, ServingEmails.AskedKind, Question, (matter, until) => emails.Ask(matter, contact, until), ct);

    /// <summary>That the connection serves the country, with the link by which it is ended.</summary>
    public Task LinkAsync(ConsoleDbContext db, ServedCountry serving, ContactPoint contact, CancellationToken ct) =>
        WriteAsync(db, serving, contact, ServingEmails.LinkKind, Standing, (matter, _) => Saying(matter, emails.Link(matter, contact)), ct);

    /// <summary>
    /// What the connection does for the country now, with the link by which more is agreed to, or it is ended.
    /// </summary>
    public Task ChangedAsync(
        ConsoleDbContext db, ServedCountry serving, ContactPoint contact, ServingChangeTold happened, CancellationToken ct) => WriteAsync(
        db, serving, contact, ServingEmails.LinkKind, Standing, (matter, _) => emails.Changed(matter, contact, happened.From), ct);

    /// <summary>How it stands, with a new link: that it serves the country, or that notice is given.</summary>
    public Task StandingAsync(ConsoleDbContext db, ServedCountry serving, ContactPoint contact, CancellationToken ct) =>
        serving.State == ServingState.Ending ? NoticeAsync(db, serving, contact, true, ct) : LinkAsync(db, serving, contact, ct);

    /// <summary>That notice is given, with the link by which the end is brought forward.</summary>
    /// <param name="replaces">Whether older links cease to work.</param>
    public Task NoticeAsync(ConsoleDbContext db, ServedCountry serving, ContactPoint contact, bool replaces, CancellationToken ct) =>
        WriteAsync(
            db, serving, contact, ServingEmails.LinkKind, Standing, (matter, _) => Saying(matter, emails.Notice(matter, contact)), ct,
            replaces);

    /// <summary>What became of it, with a link as long as there is something to do by it.</summary>
    public async Task TellAsync(
        ConsoleDbContext db, ServedCountry serving, ContactPoint contact, ServingEvent happened, CancellationToken ct)
    {
        var kind = ServingEmails.KindOf(happened);
        if (kind.CarriesLink)
        {
            await WriteAsync(db, serving, contact, kind, Standing, (matter, _) => emails.ToContact(matter, contact, happened), ct,
                replaces: false);
            return;
        }

        if (EmailAddress.TryParse(contact.Details.Email) is not { } address) return;
        var matter = await db.MatterAsync(serving, ct);
        await writer.WriteAsync(db, kind, About(serving), address, contact.Details.PreferredLanguage, null,
            () => emails.ToContact(matter, contact, happened), ct);
    }

    /// <summary>There is nothing to do by a link any more.</summary>
    public async Task EndLinksAsync(ConsoleDbContext db, ServedCountry serving, CancellationToken ct)
    {
        await links.RevokeAsync(db, LinkPurpose.ServedCountry, serving.Id, ct);
        await CancelAsync(db, serving, ct);
    }

    private async Task WriteAsync(
        ConsoleDbContext db, ServedCountry serving, ContactPoint contact, EmailKind kind, TimeSpan lifetime,
        Func<ServingMatter, DateTime, EmailContent> build, CancellationToken ct, bool replaces = true)
    {
        if (replaces) await CancelAsync(db, serving, ct);
        var link = replaces ? await links.ReplaceAsync(db, LinkPurpose.ServedCountry, serving.Id, contact.Id, lifetime, ct)
            : links.Add(db, LinkPurpose.ServedCountry, serving.Id, contact.Id, lifetime);
        // The directory is kept by hand: an address that no mail server would take stops nothing.
        if (EmailAddress.TryParse(contact.Details.Email) is not { } address) return;
        var (matter, until) = (await db.MatterAsync(serving, ct), time.GetUtcNow().UtcDateTime + lifetime);
        await writer.WriteAsync(db, kind, About(serving), address, contact.Details.PreferredLanguage, link.ProtectedSecret,
            () => build(matter, until), ct);
    }

    private static EmailContent Saying(ServingMatter matter, EmailContent content)
    {
        matter.Serving.Knows(matter.Exchange);
        return content;
    }

    // One still in the queue carries a link that has just ceased to work.
    private async Task CancelAsync(ConsoleDbContext db, ServedCountry serving, CancellationToken ct)
    {
        await writer.CancelAsync(db, ServingEmails.AskedKind, About(serving), ct);
        await writer.CancelAsync(db, ServingEmails.LinkKind, About(serving), ct);
    }
}

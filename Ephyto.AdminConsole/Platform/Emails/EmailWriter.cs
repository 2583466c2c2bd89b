using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>Puts e-mails into the save under way, or takes back those not yet sent. It never saves.</summary>
internal sealed class EmailWriter(EmailRenderer renderer, EmailCatalogue kinds, IOptions<LanguageOptions> languages, TimeProvider time)
{
    /// <summary>Composes an e-mail in its reader's language and adds it to <paramref name="db"/>.</summary>
    /// <param name="db">The context of the save that causes the e-mail.</param>
    /// <param name="kind">One of the <see cref="EmailCatalogue"/>.</param>
    /// <param name="about">What it is about; that page shows how the e-mail fares.</param>
    /// <param name="to">The reader.</param>
    /// <param name="language">The reader's language, two letters; one the console is not translated into reads English.</param>
    /// <param name="protectedSecret">
    /// The encrypted secret of the link in it: given exactly when an <see cref="ActionLink"/> holds
    /// <see cref="OutgoingEmail.SecretPlaceholder"/>.
    /// </param>
    /// <param name="build">Runs in the reader's language, so texts, numbers and dates come out in it.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<OutgoingEmail> WriteAsync(
        ConsoleDbContext db, EmailKind kind, SubjectRef about, EmailAddress to, string language, string? protectedSecret,
        Func<EmailContent> build, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (kinds.Find(kind) != kind) throw new InvalidOperationException($"No slice contributes the kind of mail {kind}.");
        if (protectedSecret is not null && !kind.CarriesLink)
            throw new InvalidOperationException($"The mail {kind} has no renewal, so no link may go with it.");

        var known = languages.Value.Offered.FirstOrDefault(offered => offered.Code == language) ?? Languages.English;
        using var culture = CultureScope.Enter(known.Code);
        var content = build();
        var rendered = await renderer.RenderAsync(content);
        if (rendered.Text.Contains(OutgoingEmail.SecretPlaceholder, StringComparison.Ordinal) != protectedSecret is not null)
        {
            throw new InvalidOperationException($"The mail {kind} needs a secret and a place for it, or neither.");
        }

        var email = OutgoingEmail.Queue(
            new ComposedEmail(kind, to, known.Code, OneLine.Of(content.Subject), rendered.Text, rendered.Html, protectedSecret),
            about, time.GetUtcNow().UtcDateTime);
        db.Add(email);
        return email;
    }

    /// <summary>Takes back the waiting e-mails of a kind about a subject, because what they say is no longer true.</summary>
    public async Task CancelAsync(ConsoleDbContext db, EmailKind kind, SubjectRef about, CancellationToken ct)
    {
        var waiting = await db.Set<OutgoingEmail>()
            .Where(email => email.State == EmailState.Queued && email.Kind == kind.Code && email.SubjectKind == about.Kind
                && email.SubjectId == about.Id)
            .ToListAsync(ct);
        foreach (var email in waiting)
        {
            email.Cancel(time.GetUtcNow().UtcDateTime);
        }
    }
}

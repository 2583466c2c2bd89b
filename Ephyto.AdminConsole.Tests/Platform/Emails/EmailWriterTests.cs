using System.Globalization;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

public sealed class EmailWriterTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private static readonly EmailAddress Reader = EmailAddress.TryParse("reader@example.org")!;

    [Fact]
    public async Task An_email_is_composed_in_its_readers_language_and_waits()
    {
        var email = await WriteAsync("fr", () => new EmailContent($"Le {new DateOnly(2026, 3, 2):D}", [new Paragraph("…")]));

        Assert.Equal("fr", email.Language);
        Assert.Equal("Le lundi 2 mars 2026", email.Subject);
        Assert.Contains("lang=\"fr\"", email.Html, StringComparison.Ordinal);
        Assert.Equal(EmailState.Queued, email.State);
        Assert.Equal(Host.Time.GetUtcNow().UtcDateTime, email.NextAttemptAt);
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("")]
    public async Task A_language_without_translation_reads_English(string language)
    {
        var email = await WriteAsync(language, () => new EmailContent(CultureInfo.CurrentUICulture.Name, []));

        Assert.Equal(("en", "en"), (email.Language, email.Subject));
    }

    [Fact]
    public async Task The_writers_own_language_stays_as_it_was()
    {
        var before = CultureInfo.CurrentUICulture.Name;
        await WriteAsync("fr", () => new EmailContent("x", []));

        Assert.Equal(before, CultureInfo.CurrentUICulture.Name);
    }

    [Fact]
    public async Task The_stored_bodies_never_hold_the_secret()
    {
        var secret = LinkSecrets.New();
        var email = await WriteAsync("en", () => Letters.Content, Host.Get<LinkSecrets>().Protect(secret));

        Assert.DoesNotContain(secret, email.Text + email.Html + email.ProtectedSecret, StringComparison.Ordinal);
        Assert.Contains(OutgoingEmail.SecretPlaceholder, email.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_without_a_place_or_a_place_without_a_secret_is_a_bug()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync("en", () => Letters.Content));
        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync("en", () => new EmailContent("x", []), "protected"));
    }

    [Fact]
    public async Task A_secret_in_an_email_that_nobody_could_renew_is_a_bug() =>
        Assert.Contains("no renewal", (await Assert.ThrowsAsync<InvalidOperationException>(
            () => WriteAsync("en", () => Letters.Content, "protected", EmailKinds.Declined))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_kind_that_no_slice_contributes_is_a_bug() =>
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => WriteAsync("en", () => new EmailContent("x", []), kind: EmailKind.Plain("some.other")));

    [Fact]
    public async Task Only_waiting_emails_of_the_kind_and_subject_are_taken_back()
    {
        var another = new SubjectRef(SubjectKinds.Registration, Guid.NewGuid());
        var waiting = await WriteAsync("en", () => new EmailContent("x", []));
        var other = await WriteAsync("en", () => new EmailContent("x", []), about: another);
        var reminder = await WriteAsync("en", () => new EmailContent("x", []), kind: EmailKinds.ContactPointReminder);

        await Host.StoreAsync(async db =>
        {
            await Host.Get<EmailWriter>().CancelAsync(db, EmailKinds.ContactPointRequest, Letters.About, default);
            return await db.SaveChangesAsync();
        });

        var states = await Host.StoreAsync(db => db.Set<OutgoingEmail>().ToDictionaryAsync(email => email.Id, email => email.State));
        Assert.Equal(EmailState.Cancelled, states[waiting.Id]);
        Assert.Equal(EmailState.Queued, states[other.Id]);
        Assert.Equal(EmailState.Queued, states[reminder.Id]);
    }

    private Task<OutgoingEmail> WriteAsync(
        string language, Func<EmailContent> build, string? secret = null, EmailKind? kind = null, SubjectRef? about = null) =>
        Host.StoreAsync(async db =>
        {
            var email = await Host.Get<EmailWriter>()
                .WriteAsync(db, kind ?? EmailKinds.ContactPointRequest, about ?? Letters.About, Reader, language, secret, build, default);
            await db.SaveChangesAsync();
            return email;
        });
}

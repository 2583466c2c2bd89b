using Ephyto.AdminConsole.Features.Letters.Emails;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Letters;

/// <summary>Who hears of a letter, and in what language.</summary>
public sealed class LetterEmailTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _officer = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_nppo, _boss) = await Host.OrganizationAsync("CI");
        _officer = await Host.AppointAsync(HubRole.SecretariatOfficer, "Officer");
        await Host.AppointAsync(HubRole.HubAdministrator, "Admin");
        await Host.AppointAsync(HubRole.Auditor, "Auditor");
        await Host.StoreAsync(db => db.Users.Where(user => user.Id == _boss.Id || user.Id == _officer.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Language, "fr")));
    }

    [Fact]
    public async Task The_staff_who_decide_hear_of_a_request_each_in_their_language()
    {
        var id = (await Host.AskAsync(_nppo, _boss)).Value;

        var emails = await Host.EmailsAboutAsync(id);
        Assert.Equal([("admin@example.org", "en"), ("officer@example.org", "fr")], emails.Select(email => (email.To, email.Language)));
        Assert.Contains("Attestation demandée", emails[1].Subject, StringComparison.Ordinal);
        Assert.All(emails, email => Assert.Contains($"/hub/letters/{id}", email.Text, StringComparison.Ordinal));
        Assert.All(emails, email => Assert.Contains("Ministry of Trade", email.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_that_still_waits_is_not_sent_when_the_request_is_taken_back()
    {
        var id = (await Host.AskAsync(_nppo, _boss)).Value;
        await Host.Get<CancelLetter>().HandleAsync(new(_nppo, id), _boss, CancellationToken.None);

        Assert.All(await Host.EmailsAboutAsync(id), email => Assert.Equal(EmailState.Cancelled, email.State));
    }

    [Fact]
    public async Task Who_asked_hears_that_it_was_issued_and_where_it_lies()
    {
        var letter = await Host.IssuedLetterAsync(_nppo, _boss, _officer);

        var email = await Host.EmailAsync(LetterEmails.IssuedKind, letter.Id);
        Assert.Equal(("boss.ci@example.org", "fr", "La lettre EPH-2026-0001 a été délivrée"), (email.To, email.Language, email.Subject));
        Assert.Contains("/nppo/letters?nppo=CI", email.Text, StringComparison.Ordinal);
        Assert.Contains("/letters/verify", email.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(letter.Code!, email.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_and_a_withdrawal_come_with_the_words()
    {
        var id = (await Host.AskAsync(_nppo, _boss)).Value;
        await Host.Get<DeclineLetter>().HandleAsync(new(id, "Name the addressee, please."), _officer, CancellationToken.None);
        Assert.Contains("Name the addressee, please.", (await Host.EmailAsync(LetterEmails.DeclinedKind, id)).Text,
            StringComparison.Ordinal);

        var letter = await Host.IssuedLetterAsync(_nppo, _boss, _officer);
        await Host.Get<WithdrawLetter>().HandleAsync(new(letter.Id, "Wrong country."), _officer, CancellationToken.None);
        Assert.Contains("Wrong country.", (await Host.EmailAsync(LetterEmails.WithdrawnKind, letter.Id)).Text, StringComparison.Ordinal);
        Assert.Equal(EmailState.Cancelled, (await Host.EmailAsync(LetterEmails.IssuedKind, letter.Id)).State);
    }

    [Fact]
    public async Task Where_who_asked_has_left_the_administrators_hear_of_it()
    {
        var other = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "other@example.org");
        var id = (await Host.AskAsync(_nppo, _boss)).Value;
        await Host.StoreAsync(async db =>
        {
            var member = await db.Set<Member>().SingleAsync(m => m.UserId == _boss.Id);
            Assert.True(member.Remove("Left the service", other.Id, otherAdministrators: 1, Host.Now()).IsSuccess);
            return await db.SaveChangesAsync();
        });
        await Host.IssueAsync(id, _officer);

        Assert.Equal(["other@example.org"],
            (await Host.EmailsAboutAsync(id)).Where(email => email.Kind == LetterEmails.IssuedKind).Select(email => email.To));
    }
}

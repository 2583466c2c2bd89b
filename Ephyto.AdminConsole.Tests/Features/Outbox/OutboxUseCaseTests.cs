using Ephyto.AdminConsole.Features.Letters.Emails;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Tests.Features.Letters;
using Ephyto.AdminConsole.Tests.Platform.Auditing;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Outbox;

/// <summary>The list of e-mails and the acts on one.</summary>
public abstract class OutboxUseCaseTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Actor _officer = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
    }

    [Fact]
    public async Task The_list_has_the_newest_first_and_is_filtered_by_state_kind_address_and_subject()
    {
        var first = Host.Notice("anna@example.org", "Étape suivante");
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        var second = Host.Notice("bert@example.org", "100 % ready", kind: "nppo.reactivated");
        second.MarkSent(Host.Now());
        await Host.AddAsync(first, second);

        Assert.Equal([second.Id, first.Id], await IdsAsync());
        Assert.Equal([second.Id], await IdsAsync(state: EmailState.Sent));
        Assert.Equal([first.Id], await IdsAsync(kind: "nppo.suspended"));
        Assert.Equal([first.Id], await IdsAsync(search: " ANNA@Example "));
        Assert.Equal([first.Id], await IdsAsync(search: "Étape"));
        Assert.Equal([second.Id], await IdsAsync(search: "100 %"));
        Assert.Empty(await IdsAsync(search: "_nna"));
        Assert.Empty(await IdsAsync(search: "'; DROP TABLE \"OutgoingEmails\"; --"));
        Assert.Empty(await IdsAsync(kind: "x' OR 1=1"));
        Assert.Equal(["nppo.reactivated", "nppo.suspended"], (await Host.EmailsAsync(_officer)).Kinds);
    }

    [Fact]
    public async Task An_old_email_whose_answer_was_never_classified_is_read_now()
    {
        var email = Host.Notice();
        email.MarkFailed("552 5.2.2 Over quota", Host.Now());
        await Host.AddAsync(email);

        Assert.Equal(DeliveryTrouble.MailboxFull, Assert.Single((await Host.EmailsAsync(_officer)).Page.Items).Trouble);
    }

    [Fact]
    public async Task A_failed_email_is_sent_again_as_another_one_and_both_acts_are_in_the_audit_trail()
    {
        var email = await Host.FailedAsync();

        var again = (await Host.ResendAsync(email.Id, _officer)).Value;
        await Host.SendDueAsync();

        Assert.Equal((EmailState.Failed, again), ((await Host.EmailAsync(email.Id)).State, (await Host.EmailAsync(email.Id)).ResentAs));
        Assert.Equal((EmailState.Sent, email.Id), ((await Host.EmailAsync(again)).State, (await Host.EmailAsync(again)).ResendOf));
        Assert.StartsWith($"{again:N}@", Assert.Single(Host.Emails.Sent).MessageId, StringComparison.Ordinal);
        Assert.Equal([("email.failed", Guid.Empty), ("email.resent", _officer.Id), ("email.sent", Guid.Empty)], await AuditedAsync());
        Assert.Equal(EmailErrors.AlreadyResent, (await Host.ResendAsync(email.Id, _officer)).Error);
    }

    [Fact]
    public async Task A_failure_that_an_officer_dealt_with_needs_nobody_any_more_and_the_email_stays_what_it_was()
    {
        var email = await Host.FailedAsync();
        Assert.Equal(1, await Host.UndeliveredAsync(_officer));

        Assert.Equal(email.Id, (await Host.SettleAsync(email.Id, _officer)).Value);

        Assert.Equal(0, await Host.UndeliveredAsync(_officer));
        Assert.Equal((EmailState.Failed, _officer.Id),
            ((await Host.EmailAsync(email.Id)).State, (await Host.EmailAsync(email.Id)).SettledBy));
        Assert.Equal([("email.failed", Guid.Empty), ("email.settled", _officer.Id)], await AuditedAsync());
        Assert.Equal(EmailErrors.AlreadySettled, (await Host.SettleAsync(email.Id, _officer)).Error);
    }

    [Fact]
    public async Task A_failure_is_over_when_a_newer_email_that_says_the_same_is_sent()
    {
        var (email, other) = (await Host.FailedAsync(), await Host.FailedAsync());
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        await Host.AddAsync(Host.Notice(id: email.SubjectId));
        Assert.Equal(2, await Host.UndeliveredAsync(_officer));

        await Host.SendDueAsync();

        Assert.Equal((false, true),
            ((await Host.EmailAsync(email.Id)).SettledAt is null, (await Host.EmailAsync(other.Id)).SettledAt is null));
        Assert.Equal(1, await Host.UndeliveredAsync(_officer));
        Assert.Contains(("email.settled", Guid.Empty), await AuditedAsync());
    }

    [Fact]
    public async Task A_delayed_email_is_tried_at_once()
    {
        var email = Host.Notice();
        await Host.AddAsync(email);
        Host.Emails.Failure = new IOException("Connection refused");
        await Host.SendDueAsync();
        Host.Emails.Failure = null;
        Assert.Equal(0, await Host.SendDueAsync());
        Assert.Equal(DeliveryTrouble.NotReached, (await Host.EmailAsync(email.Id)).Trouble);

        Assert.Equal(email.Id, (await Host.ResendAsync(email.Id, _officer)).Value);

        Assert.Equal(1, await Host.SendDueAsync());
        Assert.Equal(EmailState.Sent, (await Host.EmailAsync(email.Id)).State);
    }

    [Fact]
    public async Task A_corrected_address_gets_the_message_and_the_audit_trail_no_address()
    {
        var email = await Host.FailedAsync("wrnog@example.org");

        Assert.Equal(EmailErrors.InvalidAddress, (await Host.CorrectAsync(email.Id, "no address\r\nBcc: a@example.org", _officer)).Error);
        Assert.Equal(EmailErrors.InvalidAddress, (await Host.CorrectAsync(email.Id, null, _officer)).Error);
        Assert.Equal(EmailErrors.SameAddress, (await Host.CorrectAsync(email.Id, " WRNOG@example.org ", _officer)).Error);
        var again = (await Host.CorrectAsync(email.Id, " Wrong@Example.org", _officer)).Value;
        await Host.SendDueAsync();

        Assert.Equal("wrong@example.org", Assert.Single(Host.Emails.Sent).To.Mailboxes.Single().Address);
        Assert.Equal(("wrnog@example.org", again), ((await Host.EmailAsync(email.Id)).To, (await Host.EmailAsync(email.Id)).ResentAs));
        Assert.Contains(("email.readdressed", _officer.Id), await AuditedAsync());
        Assert.DoesNotContain(await Host.StoreAsync(db => db.Set<AuditEntry>().Select(e => e.Facts).ToListAsync()),
            facts => facts.Contains("rong", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task An_email_with_a_secret_is_not_redirected_and_says_where_its_address_is_kept()
    {
        var registration = await Host.SubmittedAsync("CI", Given.Awa);
        var toContact = await Host.EmailAsync("registration.contact-point-request", registration);
        var toApplicant = await Host.EmailAsync("registration.received", registration);

        Assert.Equal(EmailErrors.AddressOfLink, (await Host.CorrectAsync(toContact.Id, "thief@example.com", _officer)).Error);
        Assert.Equal(new AddressKeeper(AddressOrigin.Directory, "hub/contact-points/CI"), await KeeperAsync(toContact.Id));
        Assert.Equal(new AddressKeeper(AddressOrigin.Registration, $"hub/registrations/{registration}"), await KeeperAsync(toApplicant.Id));
        await Host.SendDueAsync();
        Assert.DoesNotContain(Host.Emails.Sent, sent => sent.To.Mailboxes.Any(reader => reader.Address == "thief@example.com"));
    }

    [Fact]
    public async Task Every_other_email_says_where_its_address_is_kept_too()
    {
        var (nppo, initial) = await Host.ConfirmedNppoAsync();
        var invited = Ephyto.Domain.Members.Member.Invite(nppo.Id, EmailAddress.TryParse("new@example.org")!, "en", NppoRole.Viewer,
            _officer.Id, Host.Now());
        var colleague = HubUser.Invite(EmailAddress.TryParse("agent@example.org")!, "en", HubRole.Auditor, _officer.Id, Host.Now());
        var (notice, account) = (Host.Notice(), Host.Notice(about: SubjectKinds.Account));
        await Host.AddAsync(invited, colleague, notice, account);

        Assert.Equal($"hub/registrations/{nppo.RegistrationId}",
            (await KeeperAsync((await Host.EmailAsync("member.registration-confirmed", initial.Id)).Id)).Link);
        Assert.Equal(AddressOrigin.Invitation, (await KeeperAsync((await Host.EmailAsync("member.invitation", invited.Id)).Id)).Origin);
        Assert.Equal(AddressOrigin.HubInvitation,
            (await KeeperAsync((await Host.EmailAsync("hub-user.invitation", colleague.Id)).Id)).Origin);
        Assert.Equal(AddressOrigin.Account, (await KeeperAsync(notice.Id)).Origin);
        Assert.Equal(EmailErrors.AddressOfAccount, (await Host.CorrectAsync(account.Id, "else@example.org", _officer)).Error);
    }

    [Fact]
    public async Task An_email_about_a_letter_to_a_contact_point_leads_to_the_directory_and_one_to_a_member_does_not()
    {
        var (nppo, boss) = await Host.OrganizationAsync("CI");
        await Host.Get<SendLetterLink>().HandleAsync("CI", default);
        var link = await Host.EmailAsync(LetterEmails.LinkKind, nppo);
        var letter = await Host.IssuedLetterAsync(nppo, boss, _officer);
        var directory = new AddressKeeper(AddressOrigin.Directory, "hub/contact-points/CI");
        var declined = Host.Notice(link.To, kind: LetterEmails.DeclinedKind, about: SubjectKinds.Letter, id: letter.Id);
        await Host.AddAsync(declined);

        Assert.Equal(directory, await KeeperAsync(link.Id));
        Assert.Equal(directory, await KeeperAsync(declined.Id));
        Assert.Equal(AddressOrigin.Account, (await KeeperAsync((await Host.EmailAsync(LetterEmails.IssuedKind, letter.Id)).Id)).Origin);
    }

    [Fact]
    public async Task An_unknown_email_is_not_found_and_an_auditor_changes_nothing()
    {
        var auditor = await Host.AppointAsync(HubRole.Auditor, "Auditor");
        var email = await Host.FailedAsync();

        Assert.Equal(AccessErrors.NotFound, (await Host.CancelAsync(Guid.NewGuid(), _officer)).Error);
        Assert.Equal(AccessErrors.NotFound, (await Host.ResendAsync(Guid.NewGuid(), _officer)).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await Host.ResendAsync(email.Id, auditor)).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await Host.PauseAsync(auditor)).Error);
        Assert.False((await Host.EmailsAsync(auditor)).MayManage);
    }

    [Fact]
    public async Task The_steps_of_an_email_name_the_officer()
    {
        var email = await Host.FailedAsync();
        await Host.ResendAsync(email.Id, _officer);

        var view = (await Host.Get<ViewEmail>().HandleAsync(email.Id, _officer, default)).Value;

        Assert.Equal([("email.failed", null), ("email.resent", "Officer")], view.Steps.Select(step => (step.Code, step.Who)));
    }

    [Fact]
    public async Task An_email_whose_entry_in_the_audit_trail_was_tampered_with_is_shown_all_the_same()
    {
        var email = await Host.FailedAsync();
        var entry = await Host.StoreAsync(db => db.Set<AuditEntry>().Where(e => e.SubjectId == email.Id).Select(e => e.Sequence)
            .SingleAsync());
        await Host.ChangeFactsAsync(entry, "no facts {");

        var view = (await Host.Get<ViewEmail>().HandleAsync(email.Id, _officer, default)).Value;

        Assert.Equal(("email.failed", null), (Assert.Single(view.Steps).Code, view.Steps[0].Reason));
    }

    private async Task<AddressKeeper> KeeperAsync(Guid id) => (await Host.Get<ViewEmail>().HandleAsync(id, _officer, default)).Value.Keeper;

    private async Task<IEnumerable<Guid>> IdsAsync(string? search = null, EmailState? state = null, string? kind = null) =>
        (await Host.EmailsAsync(_officer, search, state, kind)).Page.Items.Select(row => row.Id);

    private Task<List<(string, Guid)>> AuditedAsync() => Host.StoreAsync(async db =>
        (await db.Set<AuditEntry>().Where(e => e.SubjectKind == SubjectKinds.Email).OrderBy(e => e.Sequence).ToListAsync())
            .Select(e => (e.Code, e.ActorId)).ToList());
}

public sealed class OutboxUseCasesOnSqlite() : OutboxUseCaseTests(DatabaseKind.Sqlite);

public sealed class OutboxUseCasesOnPostgreSql() : OutboxUseCaseTests(DatabaseKind.PostgreSql);

using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations;

public sealed class RegistrationsOnSqlite() : RegistrationUseCaseTests(DatabaseKind.Sqlite);

public sealed class RegistrationsOnPostgreSql() : RegistrationUseCaseTests(DatabaseKind.PostgreSql);

public abstract class RegistrationUseCaseTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Registrar Registrar => field ??= new Registrar(Host);

    [Fact]
    public async Task The_contact_point_is_written_to_only_after_the_applicants_address_is_verified()
    {
        var submitted = await Registrar.SubmitAsync();
        Assert.Equal([EmailKinds.VerifyEmail], (await Registrar.EmailsAsync(submitted.Id)).Select(m => m.Kind));

        var link = await Registrar.LinkOfAsync(submitted.Id, EmailKinds.VerifyEmail);
        await Host.CallAsync((VerifyEmail verify) => verify.HandleAsync(new(link.Id), default));

        var request = Assert.Single(await Registrar.EmailsAsync(submitted.Id, EmailKinds.ContactPointRequest));
        Assert.Equal(("contact-point.ci@example.org", "fr"), (request.To, request.Language));
        Assert.Contains(submitted.ComparisonCode, request.Text, StringComparison.Ordinal);
        foreach (var said in new[] { "GeNS", "refusez-la" }) Assert.Contains(said, request.Text, StringComparison.Ordinal);
        Assert.Contains(OutgoingEmail.SecretPlaceholder, request.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_applicants_messages_never_show_the_contact_points_address()
    {
        var registration = await Registrar.VerifiedAsync();
        foreach (var mail in (await Registrar.EmailsAsync(registration.Id)).Where(m => m.To == "representative@example.org"))
            Assert.DoesNotContain("contact-point.ci@", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_one_act_did_is_told_in_the_order_in_which_it_happened()
    {
        var registration = await Registrar.VerifiedAsync();
        var link = await Registrar.LinkOfAsync(registration.Id, EmailKinds.Received);

        var view = await Host.CallAsync((ViewRegistration view) => view.HandleAsync(link.Id, LinkPurpose.ApplicantTracker, default));

        Assert.Equal(
            ["registration.contact-point-asked", "registration.email-verified", "registration.submitted"],
            view.Value.Steps.Select(step => step.Code));
    }

    [Fact]
    public async Task Of_twenty_confirmations_at_the_same_instant_exactly_one_counts()
    {
        var registration = await Registrar.VerifiedAsync();
        var link = await Registrar.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() =>
            Host.CallAsync((ConfirmRegistration confirm) => confirm.HandleAsync(new(link.Id, null), default)))));

        Assert.Single(results, r => r.IsSuccess);
        Assert.All(results.Where(r => !r.IsSuccess), r => Assert.Equal(LinkErrors.NotUsable, r.Error));
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Nppo>().CountAsync(n => n.CountryCode == "CI")));
        Assert.Single(await Registrar.EmailsAsync(registration.Id, EmailKinds.DecisionReceipt));
    }

    [Fact]
    public async Task Confirm_and_decline_at_the_same_instant_leave_one_decision()
    {
        var registration = await Registrar.VerifiedAsync();
        var link = await Registrar.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);

        var results = await Task.WhenAll(
            Task.Run(() => Host.CallAsync((ConfirmRegistration confirm) => confirm.HandleAsync(new(link.Id, null), default))),
            Task.Run(() =>
                Host.CallAsync((DeclineRegistration decline) => decline.HandleAsync(new(link.Id, DeclineReason.NotReady, null), default))));

        var won = Assert.Single(results, r => r.IsSuccess);
        Assert.Equal(won.Value, (await Registrar.LoadAsync(registration.Id)).Status);
    }

    [Fact]
    public async Task A_refused_decision_leaves_the_link_usable()
    {
        var registration = await Registrar.VerifiedAsync();
        var link = await Registrar.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);

        var refused = await Host.CallAsync((AskApplicant ask) => ask.HandleAsync(new(link.Id, "  "), default));
        Assert.Equal(RegistrationErrors.WordsNeeded, refused.Error);
        Assert.True((await Host.CallAsync((ConfirmRegistration confirm) => confirm.HandleAsync(new(link.Id, null), default))).IsSuccess);
    }

    [Fact]
    public async Task A_question_and_its_answer_come_back_with_a_new_link()
    {
        var registration = await Registrar.VerifiedAsync();
        var first = await Registrar.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        await Host.CallAsync((AskApplicant ask) => ask.HandleAsync(new(first.Id, "Who decided?"), default));
        var question = Assert.Single(await Registrar.EmailsAsync(registration.Id, EmailKinds.Question));
        Assert.Contains("Who decided?", question.Text, StringComparison.Ordinal);

        var tracker = await Registrar.LinkOfAsync(registration.Id, EmailKinds.Question);
        Host.Time.Advance(TimeSpan.FromHours(1));
        Assert.True(
            (await Host.CallAsync((AnswerQuestion answer) => answer.HandleAsync(new(tracker.Id, "The minister."), default))).IsSuccess);

        var second = await Registrar.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Contains("The minister.", (await Registrar.EmailsAsync(registration.Id, EmailKinds.ContactPointRequest))[^1].Text,
            StringComparison.Ordinal);
        Assert.True((await Host.CallAsync((ConfirmRegistration confirm) => confirm.HandleAsync(new(second.Id, null), default))).IsSuccess);
    }

    [Fact]
    public async Task A_link_opens_its_own_purpose_only()
    {
        var registration = await Registrar.VerifiedAsync();
        var tracker = await Registrar.LinkOfAsync(registration.Id, EmailKinds.Received);
        var result = await Host.CallAsync((ConfirmRegistration confirm) => confirm.HandleAsync(new(tracker.Id, null), default));
        Assert.Equal(LinkErrors.NotUsable, result.Error);
    }

    [Fact]
    public async Task A_changed_directory_entry_kills_the_open_link_and_writes_to_the_new_contact()
    {
        var registration = await Registrar.VerifiedAsync();
        var old = await Registrar.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        await ReplaceContactAsync("successor@example.org");

        Assert.Equal(LinkErrors.NotUsable,
            (await Host.CallAsync((ConfirmRegistration confirm) => confirm.HandleAsync(new(old.Id, null), default))).Error);
        Assert.Equal("successor@example.org", (await Registrar.EmailsAsync(registration.Id, EmailKinds.ContactPointRequest))[^1].To);
        Assert.Single(await Registrar.EmailsAsync(registration.Id, EmailKinds.AskedAnew));
        var fresh = await Registrar.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        Assert.True((await Host.CallAsync((ConfirmRegistration confirm) => confirm.HandleAsync(new(fresh.Id, null), default))).IsSuccess);
    }

    [Fact]
    public async Task An_undeliverable_request_goes_to_the_secretariat_but_a_stale_failure_does_not()
    {
        var registration = await Registrar.VerifiedAsync();
        var request = (await Registrar.EmailsAsync(registration.Id, EmailKinds.ContactPointRequest))[^1];
        await Host.StoreAsync(async db =>
        {
            (await db.Set<OutgoingEmail>().SingleAsync(e => e.Id == request.Id))
                .MarkFailed("550 no such user", Host.Time.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(EscalationReason.Undeliverable, (await Registrar.LoadAsync(registration.Id)).EscalationReason);
    }

    [Fact]
    public async Task A_request_that_the_mail_server_of_the_console_did_not_take_leaves_the_contact_point_in_charge()
    {
        var registration = await Registrar.VerifiedAsync();
        var request = (await Registrar.EmailsAsync(registration.Id, EmailKinds.ContactPointRequest))[^1];

        await Host.ChangeAsync(request, mail => mail.MarkFailed("Nobody answers", Host.Now(), DeliveryTrouble.NotReached));

        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Registrar.LoadAsync(registration.Id)).Status);
    }

    [Fact]
    public async Task Stepping_aside_withdrawing_and_reporting_end_the_contact_points_link()
    {
        foreach (var (country, act) in new (string, Func<Guid, Guid, Task<Result<RegistrationStatus>>>)[]
        {
            ("CI", (link, _) => Host.CallAsync((StepAside step) => step.HandleAsync(new(link, null), default))),
            ("BJ", (_, tracker) => Host.CallAsync((WithdrawRegistration withdraw) => withdraw.HandleAsync(new(tracker, null), default))),
            ("GH", (_, tracker) => Host.CallAsync((ReportContact report) => report.HandleAsync(new(tracker, "Left in May"), default))),
        })
        {
            var registration = await Registrar.VerifiedAsync(country);
            var link = await Registrar.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);
            var tracker = await Registrar.LinkOfAsync(registration.Id, EmailKinds.Received);
            Assert.True((await act(link.Id, tracker.Id)).IsSuccess);
            Assert.Equal(LinkErrors.NotUsable,
                (await Host.CallAsync((ConfirmRegistration confirm) => confirm.HandleAsync(new(link.Id, null), default))).Error);
        }
    }

    [Fact]
    public async Task The_clock_reminds_with_a_new_link_then_escalates_and_two_nodes_do_it_once()
    {
        var registration = await Registrar.VerifiedAsync();
        var first = await Registrar.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        Host.Time.SetUtcNow(new DateTimeOffset(registration.AskedAt!.Value).AddDays(3));

        await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(_ => Task.Run(() => Host.CallAsync((AdvanceRegistrations advance) => advance.HandleAsync(default)))));
        Assert.Single(await Registrar.EmailsAsync(registration.Id, EmailKinds.ContactPointReminder));
        Assert.Equal(LinkErrors.NotUsable,
            (await Host.CallAsync((ConfirmRegistration confirm) => confirm.HandleAsync(new(first.Id, null), default))).Error);

        Host.Time.SetUtcNow(new DateTimeOffset(registration.AskedAt!.Value).AddDays(14));
        await Host.CallAsync((AdvanceRegistrations advance) => advance.HandleAsync(default));
        Assert.Equal(EscalationReason.Silence, (await Registrar.LoadAsync(registration.Id)).EscalationReason);
        var late = await Registrar.LinkOfAsync(registration.Id, EmailKinds.ContactPointReminder);
        Assert.True((await Host.CallAsync((ConfirmRegistration confirm) => confirm.HandleAsync(new(late.Id, null), default))).IsSuccess);
    }

    [Fact]
    public async Task An_expired_link_is_renewed_to_the_same_address_and_not_twice_in_a_minute()
    {
        var registration = await Registrar.VerifiedAsync();
        var link = await Registrar.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        Host.Time.Advance(TimeSpan.FromMinutes(5));

        for (var i = 0; i < 3; i++)
        {
            await Host.CallAsync(async (IEnumerable<ILinkRenewal> renewals) =>
                await renewals.Single(r => r.Purpose == LinkPurpose.ContactPointDecision).RenewAsync(link, default));
        }

        var requests = await Registrar.EmailsAsync(registration.Id, EmailKinds.ContactPointRequest);
        Assert.Equal(2, requests.Count);
        Assert.All(requests, mail => Assert.Equal("contact-point.ci@example.org", mail.To));
    }

    private Task<int> ReplaceContactAsync(string email) => Host.StoreAsync(async db =>
    {
        var now = Host.Time.GetUtcNow().UtcDateTime;
        (await db.Set<ContactPoint>().SingleAsync(c => c.CurrentCountryCode == "CI")).End(RegistrationSample.Officer, now);
        db.Add(RegistrationSample.Contact(email: email));
        return await db.SaveChangesAsync();
    });
}

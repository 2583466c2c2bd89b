using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Features.Registrations.Register.Drafts;
using Ephyto.AdminConsole.Features.Registrations.Register.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Features.Registrations.Recover;
using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.UseCases;

public sealed class SubmitRegistrationOnSqlite() : SubmitRegistrationTests(DatabaseKind.Sqlite);

public sealed class SubmitRegistrationOnPostgreSql() : SubmitRegistrationTests(DatabaseKind.PostgreSql);

public abstract class SubmitRegistrationTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Browser = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private DateTime Now => Host.Time.GetUtcNow().UtcDateTime;

    private protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Registration:Form:PerAddressPerHour"] = "3",
        ["Registration:Form:MinimumSeconds"] = "5",
    };

    [Fact]
    public async Task A_submission_is_a_registration_an_email_a_tracker_and_no_draft_any_more()
    {
        var draft = new RegistrationDraft(Browser, Now);
        draft.Merge([new("Country", "CI")], Now);
        await Host.AddAsync(draft);

        var submitted = await SubmitAsync(Answers.Form(), draft: Browser);

        var registration = await Host.StoreAsync(db => db.Set<Registration>().SingleAsync());
        Assert.Equal((submitted.Value.Id, "CI", RegistrationStatus.Submitted),
            (registration.Id, registration.CountryCode, registration.Status));
        Assert.Equal(Answers.Form().ToOrganization(), registration.Organization);
        Assert.Equal(Answers.Form().ToRepresentative(), registration.Representative);
        var link = await Host.Get<LinkUse>().FindAsync(submitted.Value.TrackerSecret, CancellationToken.None);
        Assert.Equal((LinkPurpose.ApplicantTracker, registration.Id, LinkState.Open), (link!.Purpose, link.SubjectId, link.StateAt(Now)));
        Assert.Equal("awa.kone@agriculture.example.org", (await Host.StoreAsync(db => db.Set<OutgoingEmail>().SingleAsync())).To);
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<AuditEntry>().CountAsync()));
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<RegistrationDraft>().CountAsync()));
    }

    [Fact]
    public async Task Twenty_at_the_same_instant_all_wait_for_verification()
    {
        using var together = new Barrier(20);
        var submissions = Enumerable.Range(0, 20).Select(applicant => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait();
                return SubmitAsync(Answers.Form((RegisterField.Email, $"applicant{applicant}@example.org")), sender: $"sender {applicant}");
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap());

        var results = await Task.WhenAll(submissions);

        Assert.All(results, result => Assert.Null(result.Error));
        Assert.Equal(20, await Host.StoreAsync(db => db.Set<Registration>().CountAsync(r => r.Status == RegistrationStatus.Submitted)));
        Assert.Equal(20, await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync()));
        Assert.Equal(20, await Host.StoreAsync(db => db.Set<AuditEntry>().CountAsync()));
    }

    [Fact]
    public async Task A_refused_submission_keeps_the_draft()
    {
        await Host.AddAsync(Answers.Verified("CI", Now), new RegistrationDraft(Browser, Now));

        Assert.Equal(RegistrationErrors.AlreadyOpen, (await SubmitAsync(Answers.Form(), draft: Browser)).Error);
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<RegistrationDraft>().CountAsync()));
    }

    [Fact]
    public async Task Where_there_is_an_administrator_nobody_registers_anew()
    {
        await Host.AddAsync(Answers.Nppo("CI", activated: true, Now));

        Assert.Equal(RegistrationErrors.HasAdministrator, (await SubmitAsync(Answers.Form())).Error);
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<Registration>().CountAsync()));
    }

    [Theory]
    [InlineData(RegisterField.Informed, "")]
    [InlineData(RegisterField.Country, "XX")]
    [InlineData(RegisterField.Email, "nobody")]
    [InlineData(RegisterField.System, "99")]
    public async Task The_rules_hold_behind_the_page_too(RegisterField field, string text) =>
        Assert.Equal(RegisterErrors.Incomplete, (await SubmitAsync(Answers.Form((field, text)))).Error);

    [Fact]
    public async Task Hostile_words_are_stored_as_plain_ones()
    {
        await SubmitAsync(Answers.Form(
            (RegisterField.OrganizationName, "<script>alert('x')</script>\u202E\0'; DROP TABLE Registrations; --"),
            (RegisterField.FamilyName, "Koné\r\nBcc: everybody"),
            (RegisterField.Country, " ci ")));

        var registration = await Host.StoreAsync(db => db.Set<Registration>().SingleAsync());
        Assert.Equal("<script>alert('x')</script>'; DROP TABLE Registrations; --", registration.Organization.Name);
        Assert.Equal("Koné Bcc: everybody", registration.Representative.FamilyName);
        Assert.Equal("CI", registration.CountryCode);
        var email = await Host.StoreAsync(db => db.Set<OutgoingEmail>().SingleAsync());
        Assert.DoesNotContain("<script", email.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_program_that_fills_in_every_field_is_refused() =>
        Assert.Equal(RegisterErrors.LooksAutomated, (await SubmitAsync(Answers.Form(), trap: "555 0100")).Error);

    [Fact]
    public async Task Nobody_fills_in_the_form_within_a_few_seconds()
    {
        Assert.Equal(RegisterErrors.TooFast, (await SubmitAsync(Answers.Form(), secondsAgo: 4)).Error);
        Assert.True((await SubmitAsync(Answers.Form(), secondsAgo: 5)).IsSuccess);
    }

    [Fact]
    public async Task One_sender_does_not_register_the_world()
    {
        foreach (var country in (string[])["CI", "GH", "TG"])
            Assert.True((await SubmitAsync(Answers.Form((RegisterField.Country, country)))).IsSuccess);

        Assert.Equal(RegisterErrors.TooMany, (await SubmitAsync(Answers.Form((RegisterField.Country, "BJ")))).Error);
        Assert.True((await SubmitAsync(Answers.Form((RegisterField.Country, "BJ")), sender: "192.0.2.8")).IsSuccess);
    }

    [Fact]
    public async Task One_form_pressed_in_many_tabs_at_the_same_instant_is_one_registration_and_each_press_leads_to_it()
    {
        using var together = new Barrier(8);
        var presses = Enumerable.Range(0, 8).Select(tab => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait();
                return SubmitAsync(Answers.Form(), sender: $"sender {tab}", draft: Browser);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap());

        var results = await Task.WhenAll(presses);

        Assert.All(results, result => Assert.Null(result.Error));
        var registration = await Host.StoreAsync(db => db.Set<Registration>().SingleAsync());
        Assert.All(results, result => Assert.Equal(registration.Id, result.Value.Id));
        Assert.Equal(7, results.Count(result => result.Value.SentAlready));
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync()));
        foreach (var result in results)
            Assert.Equal(registration.Id,
                (await Host.Get<LinkUse>().FindAsync(result.Value.TrackerSecret, CancellationToken.None))!.SubjectId);
    }

    [Fact]
    public async Task A_form_sent_again_later_leads_to_what_came_of_it_also_where_the_country_is_taken_by_then()
    {
        var first = await SubmitAsync(Answers.Form(), draft: Browser);
        await Host.VerifyAsync(first.Value.Id);

        var second = await SubmitAsync(Answers.Form(), draft: Browser);

        Assert.Equal((first.Value.Id, true), (second.Value.Id, second.Value.SentAlready));
        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Registration>().CountAsync()));
    }

    private Task<Result<SubmittedRegistration>> SubmitAsync(
        RegisterForm form, string sender = "192.0.2.7", string trap = "", int secondsAgo = 600, string? draft = null) =>
        Host.Get<SubmitRegistration>().HandleAsync(
            new SubmitRegistrationRequest(form, draft, sender, Now.AddSeconds(-secondsAgo), trap), Actor.Anonymous, CancellationToken.None);
}

using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Applicant.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Contact.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Features.Registrations;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using static Ephyto.AdminConsole.Tests.Features.ContactPoints.Import.CsvFiles;

namespace Ephyto.AdminConsole.Tests.Features.ContactPoints.Import;

/// <summary>An import moves the registrations that wait for the contacts it changes.</summary>
public abstract class FollowedDirectoryTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Registrar People => field ??= new Registrar(Host);

    [Fact]
    public async Task The_old_link_dies_and_the_new_contact_gets_the_message()
    {
        var registration = await People.VerifiedAsync();
        var old = await People.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        Host.Time.Advance(TimeSpan.FromHours(1));

        var preview = await ImportAsync(UnnamedCountries.Keep, Line("CI", "New Office"), Line("GH"));

        Assert.Equal(DirectoryEffect.NewContact, Assert.Single(preview.Rows, row => row.Open?.Id == registration.Id).EffectOnRegistration);
        registration = await People.LoadAsync(registration.Id);
        Assert.Equal((RegistrationStatus.AwaitingContactPoint, "new.office.ci@example.org"),
            (registration.Status, registration.Asked!.Email));
        Assert.Equal("new.office.ci@example.org", (await People.EmailsAsync(registration.Id, EmailKinds.ContactPointRequest))[^1].To);
        Assert.Equal(LinkErrors.NotUsable, (await ViewAsync(old)).Error);
        Assert.False((await ConfirmAsync(old)).IsSuccess);
        Assert.Equal(RegistrationStatus.Confirmed,
            (await ConfirmAsync(await People.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest))).Value);
    }

    [Fact]
    public async Task A_registration_does_not_wait_for_nobody()
    {
        var registration = await People.VerifiedAsync();
        var old = await People.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        Host.Time.Advance(TimeSpan.FromHours(1));

        var preview = await ImportAsync(UnnamedCountries.End, Line("GH"));

        Assert.Equal(DirectoryEffect.ToSecretariat, Assert.Single(preview.Rows, row => row.Open is not null).EffectOnRegistration);
        registration = await People.LoadAsync(registration.Id);
        Assert.Equal((RegistrationStatus.Escalated, EscalationReason.NoContactPoint), (registration.Status, registration.EscalationReason));
        Assert.Equal(LinkErrors.NotUsable, (await ViewAsync(old)).Error);
        Assert.False((await ConfirmAsync(old)).IsSuccess);
        Assert.Single(await People.EmailsAsync(registration.Id, EmailKinds.Escalated));
        Assert.Equal("officer@example.org", Assert.Single(await People.EmailsAsync(registration.Id, EmailKinds.StaffEscalated)).To);
    }

    [Fact]
    public async Task Where_the_address_stays_the_same_the_link_is_new_and_the_clock_runs_on()
    {
        var registration = await People.VerifiedAsync();
        Host.Time.Advance(TimeSpan.FromDays(4));
        await Host.Get<AdvanceRegistrations>().HandleAsync(default);
        var old = await People.LinkOfAsync(registration.Id, EmailKinds.ContactPointReminder);
        var before = await People.LoadAsync(registration.Id);

        var preview = await ImportAsync(UnnamedCountries.Keep, Line("CI", "New Office", email: before.Asked!.Email.ToUpperInvariant()));

        Assert.Equal(DirectoryEffect.SameAddress, Assert.Single(preview.Rows, row => row.Open is not null).EffectOnRegistration);
        registration = await People.LoadAsync(registration.Id);
        Assert.Equal((before.AskedAt, 1, before.NextStepAt), (registration.AskedAt, registration.RemindersSent, registration.NextStepAt));
        Assert.EndsWith("New Office", registration.Asked!.FullName, StringComparison.Ordinal);
        Assert.Equal(LinkErrors.NotUsable, (await ViewAsync(old)).Error);
        Assert.Empty(await People.EmailsAsync(registration.Id, EmailKinds.AskedAnew));
        Assert.Equal(RegistrationStatus.Confirmed,
            (await ConfirmAsync(await People.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest))).Value);
    }

    [Fact]
    public async Task What_lay_with_the_secretariat_for_want_of_a_contact_goes_back_by_itself()
    {
        var registration = await People.VerifiedAsync(withContact: false);
        Assert.Equal(EscalationReason.NoContactPoint, (await People.LoadAsync(registration.Id)).EscalationReason);

        var preview = await ImportAsync(UnnamedCountries.Keep, Line("CI", "New Office"));

        Assert.Equal(DirectoryEffect.BackToContact, Assert.Single(preview.Rows, row => row.Open is not null).EffectOnRegistration);
        registration = await People.LoadAsync(registration.Id);
        Assert.Equal((RegistrationStatus.AwaitingContactPoint, null, Host.Now()),
            (registration.Status, registration.EscalationReason, registration.AskedAt!.Value));
        Assert.Single(await People.EmailsAsync(registration.Id, EmailKinds.AskedAnew));
        Assert.Equal(RegistrationStatus.Confirmed,
            (await ConfirmAsync(await People.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest))).Value);
    }

    [Fact]
    public async Task An_answer_to_a_contact_who_is_gone_reaches_the_secretariat()
    {
        var registration = await People.VerifiedAsync();
        var link = await People.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        await Host.CallAsync((AskApplicant ask) => ask.HandleAsync(new(link.Id, "Who decided?"), default));

        var preview = await ImportAsync(UnnamedCountries.End, Line("GH"));

        Assert.Equal(DirectoryEffect.GoesOn, Assert.Single(preview.Rows, row => row.Open is not null).EffectOnRegistration);
        Assert.Equal(RegistrationStatus.InformationRequested, (await People.LoadAsync(registration.Id)).Status);
        var tracker = await People.LinkOfAsync(registration.Id, EmailKinds.Question);
        await Host.CallAsync((AnswerQuestion answer) => answer.HandleAsync(new(tracker.Id, "The minister."), default));
        Assert.Equal(EscalationReason.NoContactPoint, (await People.LoadAsync(registration.Id)).EscalationReason);
    }

    [Fact]
    public async Task A_contact_point_who_decides_at_the_same_instant_decides_or_is_replaced_never_both()
    {
        var registration = await People.VerifiedAsync();
        var link = await People.LinkOfAsync(registration.Id, EmailKinds.ContactPointRequest);
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var csv = Host.Csv(Line("CI", "New Office"));
        var seen = (await Host.Get<PreviewImport>().HandleAsync(new(csv, UnnamedCountries.Keep), officer, default)).Value;

        var confirming = Task.Run(() => ConfirmAsync(link));
        var applying = Task.Run(() => Host.Get<ApplyImport>().HandleAsync(new(csv, UnnamedCountries.Keep, seen.Seen), officer, default));
        var (confirmed, applied) = (await confirming, await applying);

        Assert.True(confirmed.IsSuccess || applied.IsSuccess);
        registration = await People.LoadAsync(registration.Id);
        var current = await Host.StoreAsync(db => db.Set<ContactPoint>().SingleAsync(c => c.CurrentCountryCode == "CI"));
        Assert.Equal(applied.IsSuccess, current.Details.FamilyName == "New Office");
        Assert.Equal(confirmed.IsSuccess
            ? (RegistrationStatus.Confirmed, People.Contact.Id) : (RegistrationStatus.AwaitingContactPoint, current.Id),
            (registration.Status, registration.Asked!.ContactPointId));
    }

    private async Task<ImportPreview> ImportAsync(UnnamedCountries unnamed, params string[] lines)
    {
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var csv = Host.Csv(lines);
        var preview = (await Host.Get<PreviewImport>().HandleAsync(new(csv, unnamed), officer, default)).Value;
        Assert.True((await Host.Get<ApplyImport>().HandleAsync(new(csv, unnamed, preview.Seen), officer, default)).IsSuccess);
        return preview;
    }

    private Task<Result<RegistrationView>> ViewAsync(AccessLink link) =>
        Host.CallAsync((ViewRegistration view) => view.HandleAsync(link.Id, LinkPurpose.ContactPointDecision, default));

    private Task<Result<RegistrationStatus>> ConfirmAsync(AccessLink link) =>
        Host.CallAsync((ConfirmRegistration confirm) => confirm.HandleAsync(new(link.Id, null), default));
}

public sealed class FollowedDirectoryOnSqlite() : FollowedDirectoryTests(DatabaseKind.Sqlite);

public sealed class FollowedDirectoryOnPostgreSql() : FollowedDirectoryTests(DatabaseKind.PostgreSql);

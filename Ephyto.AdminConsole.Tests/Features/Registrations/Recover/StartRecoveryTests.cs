using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Features.Registrations.Recover.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Features.Registrations.Register.UseCases;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Recover;

/// <summary>How a recovery starts, and when it does not.</summary>
public abstract class StartRecoveryTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Registration:Form:PerAddressPerHour"] = "2",
        ["Registration:Form:MinimumSeconds"] = "5",
    };

    [Fact]
    public async Task It_keeps_the_words_takes_the_organization_as_it_is_and_verifies_the_address_first()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();

        var started = await Host.StartRecoveryAsync();

        var recovery = await new Registrar(Host).LoadAsync(started.Value.Id);
        Assert.Equal((RegistrationKind.Recovery, RegistrationStatus.Submitted, "CI"),
            (recovery.Kind, recovery.Status, recovery.CountryCode));
        Assert.Equal(nppo.Organization, recovery.Organization);
        Assert.Equal((Recoveries.Words, Recoveries.Successor), (recovery.Grounds, recovery.Representative.Email));
        Assert.Equal([EmailKinds.VerifyEmail], (await new Registrar(Host).EmailsAsync(recovery.Id)).Select(email => email.Kind));
        var link = await Host.Get<LinkUse>().FindAsync(started.Value.TrackerSecret!, CancellationToken.None);
        Assert.Equal((LinkPurpose.ApplicantTracker, recovery.Id), (link!.Purpose, link.SubjectId));
    }

    [Fact]
    public async Task A_country_without_NPPO_has_nothing_to_recover()
    {
        Assert.Equal(RegistrationErrors.NotRegistered, (await Host.StartRecoveryAsync("GH")).Error);
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<Registration>().CountAsync()));
    }

    [Fact]
    public async Task One_verified_at_a_time_whatever_its_kind()
    {
        await Host.AddAsync(Answers.Nppo("CI", activated: false, Host.Now()));
        await Host.VerifiedRecoveryAsync();

        Assert.Equal(RegistrationErrors.AlreadyOpen, (await Host.StartRecoveryAsync()).Error);
        Assert.Equal(RegistrationErrors.AlreadyOpen, (await RegisterAsync(0)).Error);
    }

    [Fact]
    public async Task Twenty_recoveries_and_registrations_at_the_same_instant_all_wait_for_verification()
    {
        await Host.AddAsync(Answers.Nppo("CI", activated: false, Host.Now()));
        using var together = new Barrier(20);
        var attempts = Enumerable.Range(0, 20).Select(number => Task.Factory.StartNew(
            async () =>
            {
                together.SignalAndWait();
                return number % 2 == 0
                    ? (await Host.StartRecoveryAsync(sender: $"sender {number}",
                        changes: (RegisterField.Email, $"successor{number}@example.org"))).Error
                    : (await RegisterAsync(number)).Error;
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap());

        var refusals = await Task.WhenAll(attempts);

        Assert.All(refusals, Assert.Null);
        Assert.Equal(20, await Host.StoreAsync(db => db.Set<Registration>().CountAsync(r => r.Status == RegistrationStatus.Submitted)));
        Assert.Equal(20, await Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync()));
    }

    [Fact]
    public async Task Programs_and_floods_are_turned_away_and_the_rules_hold_behind_the_page()
    {
        foreach (var country in (string[])["CI", "GH", "TG"]) await Host.AddAsync(Answers.Nppo(country, activated: false, Host.Now()));

        Assert.Equal(RegisterErrors.LooksAutomated, (await Host.StartRecoveryAsync(trap: "555 0100")).Error);
        Assert.Equal(RegisterErrors.TooFast, (await Host.StartRecoveryAsync(secondsAgo: 4)).Error);
        Assert.Equal(RegisterErrors.Incomplete, (await Host.StartRecoveryAsync(changes: (RegisterField.Email, "nobody"))).Error);
        Assert.Equal(RegisterErrors.Incomplete, (await Host.StartRecoveryAsync(changes: (RegisterField.Informed, ""))).Error);
        Assert.Equal(RegistrationErrors.WordsNeeded, (await Host.StartRecoveryAsync(words: "  ")).Error);
        Assert.True((await Host.StartRecoveryAsync()).IsSuccess);
        Assert.Equal(RegisterErrors.TooMany, (await Host.StartRecoveryAsync("GH")).Error);
        Assert.True((await Host.StartRecoveryAsync("GH", sender: "192.0.2.8")).IsSuccess);
    }

    [Fact]
    public async Task An_officer_starts_it_too_and_the_address_is_still_verified_first()
    {
        await Host.ConfirmedNppoAsync();
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);

        var started = await Host.StartRecoveryAsync(actor: officer, secondsAgo: 0);

        Assert.Null(started.Value.TrackerSecret);
        var recovery = await new Registrar(Host).LoadAsync(started.Value.Id);
        Assert.Equal((RegistrationStatus.Submitted, officer.Id), (recovery.Status, recovery.Steps[0].ActorId));
        Assert.Equal(RegistrationStatus.AwaitingContactPoint, (await Host.VerifyAsync(recovery.Id)).Status);
    }

    [Fact]
    public async Task Who_is_signed_in_without_the_right_to_decide_starts_nothing_at_the_desk()
    {
        await Host.ConfirmedNppoAsync();
        foreach (var outsider in new[] { await Host.AppointAsync(HubRole.Auditor, "Auditor"), Actor.User(Guid.NewGuid()) })
        {
            Assert.Equal(AccessErrors.NotAllowed, (await Host.StartRecoveryAsync(actor: outsider)).Error);
            Assert.Equal(AccessErrors.NotAllowed, (await Host.Get<ViewRecoverable>().HandleAsync("ci", outsider, default)).Error);
        }
    }

    [Theory]
    [InlineData("Ivory Coast", 1, 0)]
    [InlineData("cote d'ivoire", 1, 0)]
    [InlineData("Кот-д'Ивуар", 1, 0)]
    [InlineData("Ghana", 0, 1)]
    [InlineData("';--", 0, 0)]
    [InlineData(null, 1, 0)]
    public async Task A_member_is_found_by_its_country_in_any_language(string? typed, int found, int notRegistered)
    {
        await Host.ConfirmedNppoAsync();

        var view = (await Host.Get<ViewRecoverable>().HandleAsync(typed, Actor.Anonymous, default)).Value;

        Assert.Equal((found, notRegistered), (view.Found.Count, view.NotRegistered.Count));
    }

    private Task<Result<SubmittedRegistration>> RegisterAsync(int number) => Host.Get<SubmitRegistration>().HandleAsync(
        new SubmitRegistrationRequest(Answers.Form((RegisterField.Email, $"applicant{number}@example.org")), null, $"sender {number}",
            Host.Now().AddMinutes(-10)),
        Actor.Anonymous, CancellationToken.None);
}

public sealed class StartRecoveryOnSqlite() : StartRecoveryTests(DatabaseKind.Sqlite);

public sealed class StartRecoveryOnPostgreSql() : StartRecoveryTests(DatabaseKind.PostgreSql);

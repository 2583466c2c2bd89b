using System.Net;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Emails;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Recover;

/// <summary>A recovery is open while the hub closes the organization it is about.</summary>
public abstract class ClosedMeanwhileTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Registrar Registrar => field ??= new Registrar(Host);

    [Fact]
    public async Task It_ends_with_the_organization_and_whoever_was_asked_or_waits_is_told_why()
    {
        var nppo = await PrepareAsync();
        var recovery = await Host.VerifiedRecoveryAsync();
        var link = await Registrar.LinkOfAsync(recovery.Id, EmailKinds.ContactPointRequest);

        await CloseAsync(nppo);

        var after = await Registrar.LoadAsync(recovery.Id);
        Assert.Equal((RegistrationStatus.Declined, DeclineReason.OrganizationClosed, null),
            (after.Status, after.DeclineReason, after.OpenCountryCode));
        Assert.Equal(LinkErrors.NotUsable, (await Host.DecideByAsync(link.Id)).Error);
        Assert.Contains("a mis fin à l’adhésion", Assert.Single(await Registrar.EmailsAsync(recovery.Id, EmailKinds.Declined)).Text,
            StringComparison.Ordinal);
        Assert.Contains("has ended with it", Assert.Single(await Registrar.EmailsAsync(recovery.Id, EmailKinds.ClosedNotice)).Text,
            StringComparison.Ordinal);
        Assert.Empty(await Registrar.EmailsAsync(recovery.Id, EmailKinds.RecoveryEnded));
        Assert.Equal(EmailState.Cancelled, Assert.Single(await Registrar.EmailsAsync(recovery.Id, EmailKinds.RecoveryStarted)).State);
    }

    [Fact]
    public async Task The_contact_points_page_says_what_became_of_it()
    {
        var nppo = await PrepareAsync();
        var recovery = await Host.VerifiedRecoveryAsync();
        using var client = Host.CreateClient();
        await client.GetAsync($"/contact-point/{await Registrar.SecretOfAsync(recovery.Id, EmailKinds.ContactPointRequest)}");

        await CloseAsync(nppo);

        using var answer = await client.GetAsync("/contact-point");
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("The Hub has ended the membership of the organization.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("The new administrator is declined", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_nobody_verified_ends_too_and_its_message_is_not_sent()
    {
        var nppo = await PrepareAsync();
        var started = await Host.StartRecoveryAsync();

        await CloseAsync(nppo);

        Assert.False((await Registrar.LoadAsync(started.Value.Id)).IsOpen);
        Assert.Equal(EmailState.Cancelled, Assert.Single(await Registrar.EmailsAsync(started.Value.Id, EmailKinds.VerifyEmail)).State);
        Assert.Empty(await Registrar.EmailsAsync(started.Value.Id, EmailKinds.ClosedNotice));
    }

    [Fact]
    public async Task The_country_registers_anew_at_once()
    {
        await CloseAsync(await PrepareAsync(withRecovery: true));

        var (again, _) = await Host.ConfirmedNppoAsync(representative: Given.Awa with { Email = "successor@example.org" });

        Assert.Equal(NppoStatus.Onboarding, again.Status);
    }

    [Fact]
    public async Task A_registration_that_is_no_recovery_goes_on()
    {
        var nppo = await PrepareAsync();
        var registration = await Host.SubmittedAsync("CI", Given.Awa with { Email = "successor@example.org" });

        await CloseAsync(nppo);

        Assert.True((await Registrar.LoadAsync(registration)).IsOpen);
    }

    [Fact]
    public async Task Where_the_organization_is_gone_all_the_same_a_confirmation_makes_no_new_member()
    {
        var nppo = await PrepareAsync();
        var recovery = await Host.VerifiedRecoveryAsync();
        await Host.StoreAsync(db => db.Set<Nppo>().Where(n => n.Id == nppo.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.CurrentCountryCode, (string?)null)));

        Assert.Equal(AccessErrors.ChangedMeanwhile, (await Host.DecideAsync(recovery.Id)).Error);

        Assert.Equal(1, await Host.StoreAsync(db => db.Set<Nppo>().CountAsync()));
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<Member>().CountAsync(m => m.Email == Recoveries.Successor)));
    }

    private async Task<Nppo> PrepareAsync(bool withRecovery = false)
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "boss@example.org");
        if (withRecovery) await Host.VerifiedRecoveryAsync();
        return nppo;
    }

    private async Task CloseAsync(Nppo nppo)
    {
        var hub = await Host.AppointAsync(HubRole.HubAdministrator, "Hub");
        Assert.True(
            (await Host.Get<CloseNppo>()
                .HandleAsync(new(nppo.Id, await Host.SeenAsync(nppo.Id), "The ministry was dissolved."), hub, default)).IsSuccess);
    }
}

public sealed class ClosedMeanwhileOnSqlite() : ClosedMeanwhileTests(DatabaseKind.Sqlite);

public sealed class ClosedMeanwhileOnPostgreSql() : ClosedMeanwhileTests(DatabaseKind.PostgreSql);

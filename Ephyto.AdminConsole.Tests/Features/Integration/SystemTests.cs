using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Features.People.Members;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Features.Integration;

/// <summary>With GeNS, or through the system of others: the steps of an organization, its gate, and what others learn of it.</summary>
public abstract class SystemTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private static readonly ConnectionSettings Sending =
        ConnectionSettings.Nothing with { Send = true, Allowed = [new(PhytoType.Phytosanitary, PhytoStatus.Issued)] };

    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _hub = Actor.Anonymous;

    private DateOnly Today => DateOnly.FromDateTime(Host.Now());

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _hub = await Host.AppointAsync(HubRole.HubAdministrator);
    }

    [Fact]
    public async Task Who_may_test_when_all_is_done_is_asked_for_nothing_more()
    {
        Assert.True((await ChangeAsync(ExchangeSystem.GeNS)).IsSuccess);
        await CompleteContactsAsync();
        foreach (var step in IntegrationSteps.Of(ExchangeSystem.GeNS).Where(IntegrationSteps.Reported.Contains))
            await ReportAndAcceptAsync(step);

        Assert.True((await AdvanceAsync()).IsSuccess);

        Assert.All(await Host.EmailsAsync("nppo.testing-started"), email =>
        {
            Assert.Contains("there is nothing to report", email.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Issue a first certificate", email.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task With_GeNS_an_organization_goes_live_without_connection_and_certificate()
    {
        Assert.True((await ChangeAsync(ExchangeSystem.GeNS)).IsSuccess);
        Assert.Equal(IntegrationSteps.ForTesting(ExchangeSystem.GeNS), (await ProgressAsync()).Missing);
        await CompleteContactsAsync();
        foreach (var step in new[] { IntegrationStep.TenantAsked, IntegrationStep.AdministratorsTrained })
        {
            Assert.Equal(IntegrationErrors.GateClosed, (await AdvanceAsync()).Error);
            await ReportAndAcceptAsync(step);
        }

        Assert.True((await AdvanceAsync()).IsSuccess);
        Assert.Equal(ParticipationState.Testing, (await RowAsync()).State);
        foreach (var step in new[] { IntegrationStep.CertificateIssued, IntegrationStep.CertificateReceived })
        {
            Assert.Equal(IntegrationErrors.GateClosed, (await AdvanceAsync()).Error);
            await ReportAndAcceptAsync(step);
        }

        Assert.True((await AdvanceAsync()).IsSuccess);

        var row = await RowAsync();
        Assert.Equal((ParticipationState.Live, true, true), (row.State, row.Sends, row.Receives));
        Assert.Contains(await Host.EmailsAsync("nppo.testing-started"),
            email => email.Text.Contains("Issue a first certificate with GeNS", StringComparison.Ordinal));
        Assert.All(await Host.EmailsAsync("nppo.went-live"),
            email => Assert.DoesNotContain("digital certificate", email.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Through_another_system_an_organization_goes_live_as_soon_as_it_is_named()
    {
        Assert.Equal(IntegrationErrors.SystemNameNeeded, (await ChangeAsync(ExchangeSystem.ThroughAnotherSystem)).Error);
        Assert.True((await NameAsync()).IsSuccess);
        var named = (await ProgressAsync()).Steps[1];
        Assert.Equal((IntegrationStep.SystemNamed, IntegrationStepState.Done, Host.Now(), _boss.Id),
            (named.Step, named.State, named.Seen, named.SeenBy));
        Assert.Equal(IntegrationErrors.GateClosed, (await AdvanceAsync()).Error);
        await CompleteContactsAsync();

        Assert.True((await AdvanceAsync()).IsSuccess);

        var row = await RowAsync();
        Assert.Equal((ParticipationState.Live, true, false), (row.State, row.Sends, row.Receives));
        Assert.Equal(IntegrationErrors.NotPossibleNow, (await ChangeAsync(ExchangeSystem.NationalSystem)).Error);
    }

    [Fact]
    public async Task The_hub_is_told_and_what_was_said_on_the_way_before_is_kept()
    {
        await ReportAndAcceptAsync(IntegrationStep.FirstSent);
        await NameAsync();

        var told = Assert.Single(await Host.EmailsAsync("nppo.system-changed"));
        Assert.Equal("officer@example.org", told.To);
        foreach (var said in new[] { "Through another system", "National system", "Regional system", "hub/integration/" + _nppo })
            Assert.Contains(said, told.Text, StringComparison.Ordinal);
        Assert.EndsWith("system changed to “Through another system”", told.Subject, StringComparison.Ordinal);

        await ChangeAsync(ExchangeSystem.NationalSystem);
        Assert.Contains(await Host.EmailsAsync("nppo.system-changed"),
            email => email.Subject.EndsWith("system changed to “National system”", StringComparison.Ordinal));
        Assert.Equal(IntegrationStepState.Accepted, (await Host.LookAtStepAsync(_nppo, IntegrationStep.FirstSent, _boss)).Record!.State);
    }

    [Fact]
    public async Task Who_acts_on_a_way_that_was_left_is_asked_to_look_again()
    {
        var (step, system) = (await Host.LookAtStepAsync(_nppo, IntegrationStep.FirstSent, _boss), await SeenAsync());
        await ChangeAsync(ExchangeSystem.GeNS);

        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<ReportStep>().HandleAsync(new(_nppo, step, "Number 1"), _boss, default)).Error);
        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<ChangeSystem>().HandleAsync(new(_nppo, system, ExchangeSystem.GeNS), _boss, default)).Error);
        Assert.Equal(AccessErrors.ChangedMeanwhile, (await Host.Get<AdvanceExchange>().HandleAsync(
            _nppo, new(NppoStatus.Onboarding, ExchangeSystem.NationalSystem), _hub, default)).Error);
    }

    [Fact]
    public async Task A_connection_from_an_earlier_console_is_kept_and_changed_but_none_is_added()
    {
        var kept = (await SaveAsync(null, 0)).Value;
        await ChangeAsync(ExchangeSystem.GeNS);
        await Host.NeverHadOwnSystemAsync(_nppo);

        Assert.Equal(IntegrationErrors.NoConnectionNeeded, (await SaveAsync(null, 0)).Error);
        Assert.True((await SaveAsync(kept, 1)).IsSuccess);
        using var renewed = MadeCertificate.Ec();
        Assert.True((await Host.UploadAsync(_nppo, _boss, renewed)).IsSuccess);
    }

    [Fact]
    public async Task Without_a_connection_of_its_own_there_is_nothing_that_a_digital_certificate_could_prove()
    {
        await ChangeAsync(ExchangeSystem.GeNS);
        using var certificate = MadeCertificate.Ec();

        Assert.Equal(IntegrationErrors.NoConnectionNeeded, (await Host.UploadAsync(_nppo, _boss, certificate)).Error);
        Assert.False((await Host.CertificatesAsync(_nppo, _boss)).AreNeeded);
    }

    private async Task CompleteContactsAsync() =>
        await Host.HandContactAsync(_nppo, await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "second@example.org"));

    private async Task ReportAndAcceptAsync(IntegrationStep step)
    {
        Assert.True((await Host.Get<ReportStep>().HandleAsync(
            new(_nppo, await Host.LookAtStepAsync(_nppo, step, _boss), "On Monday"), _boss, default)).IsSuccess);
        Assert.True((await Host.Get<AnswerStep>().HandleAsync(
            new(_nppo, await Host.LookAtStepAsync(_nppo, step, _hub), true, null), _hub, default)).IsSuccess);
    }

    private async Task<SeenSystem> SeenAsync() => SeenSystem.Of(await Host.LookAtNppoAsync(_nppo));

    private async Task<Result<Guid>> ChangeAsync(ExchangeSystem system) =>
        await Host.Get<ChangeSystem>().HandleAsync(new(_nppo, await SeenAsync(), system), _boss, default);

    private async Task<Result<Guid>> NameAsync() => await Host.Get<ChangeSystem>().HandleAsync(
        new(_nppo, await SeenAsync(), ExchangeSystem.ThroughAnotherSystem, "Regional system", Today, Sends: true), _boss, default);

    private async Task<Result<Guid>> AdvanceAsync() =>
        await Host.Get<AdvanceExchange>().HandleAsync(_nppo, SeenStage.Of(await Host.LookAtNppoAsync(_nppo)), _hub, default);

    private Task<Result<Guid>> SaveAsync(Guid? id, int version) =>
        Host.Get<SaveConnection>().HandleAsync(new(_nppo, id, version, Sending), _boss, default);

    private async Task<NppoProgress> ProgressAsync() =>
        (await Host.Get<ViewIntegration>().HandleAsync(_nppo, _boss, default)).Value.Progress;

    private async Task<CountryParticipation> RowAsync() =>
        (await Host.Get<ListParticipation>().HandleAsync(new("CI", null, null), default)).Rows.First(row => row.Country.Code == "CI");
}

public sealed class SystemsOnSqlite() : SystemTests(DatabaseKind.Sqlite);

public sealed class SystemsOnPostgreSql() : SystemTests(DatabaseKind.PostgreSql);

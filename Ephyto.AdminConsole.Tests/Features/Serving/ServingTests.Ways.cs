using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Features.Nppos.Own.UseCases;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Features.People.Members;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

/// <content>A served country has one way at a time, and everybody reads which one.</content>
public abstract partial class ServingTests
{
    [Fact]
    public async Task A_served_country_that_prepares_a_way_of_its_own_is_said_to_be_served_everywhere()
    {
        var (french, boss) = await FranceAsync();
        var served = await ConfirmedAsync("FR");

        Assert.True((await ChooseAsync(french, boss, ExchangeSystem.GeNS)).IsSuccess);

        Assert.Equal((ParticipationState.Live, "EU"), await StateAsync("FR"));
        Assert.Equal(["EU", "EU", "EU", "EU", "EU"], await SaidAsync(french, boss));
        Assert.Equal(ExchangeSystem.GeNS, (await Host.LookAtNppoAsync(french)).Organization.System);

        Assert.True((await EndAsync(served, Today, _hub)).IsSuccess);
        Assert.Equal([null, null, null, null, null], await SaidAsync(french, boss));
        Assert.Equal((ParticipationState.Onboarding, null), await StateAsync("FR"));
    }

    [Fact]
    public async Task The_hub_sets_nobody_live_by_a_way_of_its_own_before_serving_has_ended()
    {
        var (french, boss) = await FranceAsync();
        Assert.True((await ChooseAsync(french, boss, ExchangeSystem.GeNS)).IsSuccess);
        var served = await ConfirmedAsync("FR");
        await Host.HandContactAsync(french, await Host.ActiveMemberAsync(french, NppoRole.Administrator, "second.fr@example.org"));
        foreach (var step in new[] { IntegrationStep.TenantAsked, IntegrationStep.AdministratorsTrained })
            await AcceptAsync(french, boss, step);
        // What is prepared may be tested.
        Assert.True((await AdvanceAsync(french)).IsSuccess);
        Assert.Equal(IntegrationErrors.GateClosed, (await AdvanceAsync(french)).Error);
        foreach (var step in new[] { IntegrationStep.CertificateIssued, IntegrationStep.CertificateReceived })
            await AcceptAsync(french, boss, step);
        var progress = (await Host.Get<ViewIntegration>().HandleAsync(french, boss, default)).Value.Progress;
        Assert.Equal((true, false, false), (progress.WaitsForEndOfServing, progress.MayGoLive, progress.NeedsAnswer));

        Assert.Equal(IntegrationErrors.StillServed, (await AdvanceAsync(french)).Error);
        Assert.Equal((ParticipationState.Live, "EU"), await StateAsync("FR"));

        Assert.True((await EndAsync(served, Today, _hub)).IsSuccess);
        Assert.Equal((ParticipationState.Testing, null), await StateAsync("FR"));
        Assert.True((await AdvanceAsync(french)).IsSuccess);
        Assert.Equal((ParticipationState.Live, null), await StateAsync("FR"));
    }

    [Fact]
    public async Task While_a_connection_is_confirmed_nothing_is_named_by_hand()
    {
        var (french, boss) = await FranceAsync();
        var served = await ConfirmedAsync("FR");

        Assert.True((await ChooseAsync(french, boss, ExchangeSystem.ThroughAnotherSystem)).IsSuccess);
        Assert.Null((await Host.LookAtNppoAsync(french)).ServedBy);
        await Host.HandContactAsync(french, await Host.ActiveMemberAsync(french, NppoRole.Administrator, "second.fr@example.org"));
        Assert.True((await AdvanceAsync(french)).IsSuccess);
        Assert.False((await Host.Get<ViewIntegration>().HandleAsync(french, boss, default)).Value.MayChangeSystem);

        Assert.True((await EndAsync(served, Today, _hub)).IsSuccess);
        Assert.True((await Host.Get<ViewIntegration>().HandleAsync(french, boss, default)).Value.MayChangeSystem);
        Assert.Equal(IntegrationErrors.SystemNameNeeded, (await ChooseAsync(french, boss, ExchangeSystem.ThroughAnotherSystem)).Error);
    }

    [Theory]
    [InlineData(ExchangeSystem.GeNS, false)]
    [InlineData(ExchangeSystem.NationalSystem, true)]
    public async Task Whoever_has_a_way_of_its_own_is_not_asked_even_while_the_hub_has_interrupted_it(ExchangeSystem system, bool suspended)
    {
        var (french, boss) = await FranceAsync();
        if (system != ExchangeSystem.NationalSystem) Assert.True((await ChooseAsync(french, boss, system)).IsSuccess);
        await ChangeAsync(french, nppo => nppo.StartTesting(Actor.System, Host.Now()));
        Assert.Null(await HindranceAsync("FR"));
        await ChangeAsync(french, nppo => nppo.GoLive(Actor.System, Host.Now()));
        if (suspended) await ChangeAsync(french, nppo => nppo.Suspend("Stolen.", _hub, Host.Now()));

        Assert.Equal(ServingErrors.ExchangesItself, (await AskAsync("FR")).Value[0].Refusal);
        Assert.Equal(Ephyto.AdminConsole.Features.Serving.UseCases.ServingHindrance.ExchangesItself, await HindranceAsync("FR"));
    }

    [Fact]
    public async Task A_closed_organization_serves_nobody_any_more()
    {
        var (served, asked) = (await ConfirmedAsync("FR"), await AskedAsync("DE"));

        await Host.StoreAsync(async db =>
        {
            Assert.True((await db.Set<Nppo>().SingleAsync(n => n.Id == _nppo)).Close("Dissolved.", _hub, Host.Now()).IsSuccess);
            return await db.SaveChangesAsync();
        });

        Assert.Equal((ServingState.Ended, ServingState.Withdrawn), ((await Host.ServingAsync(served)).State,
            (await Host.ServingAsync(asked)).State));
        Assert.Contains(await EmailsAsync(ServingEnded.Name), email => email.To == OfFrance);
        Assert.Null((await Host.ParticipationOfAsync("FR")).Through);
    }

    private async Task<(Guid Nppo, Actor Boss)> FranceAsync()
    {
        var (french, _) = await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "fr@example.org" });
        return (french.Id, await Host.ActiveMemberAsync(french.Id, NppoRole.Administrator, "boss.fr@example.org"));
    }

    private async Task<Result<Guid>> ChooseAsync(Guid nppo, Actor boss, ExchangeSystem system) => await Host.Get<ChangeSystem>()
        .HandleAsync(new(nppo, SeenSystem.Of(await Host.LookAtNppoAsync(nppo)), system), boss, default);

    private async Task<Result<Guid>> AdvanceAsync(Guid nppo) =>
        await Host.Get<AdvanceExchange>().HandleAsync(nppo, SeenStage.Of(await Host.LookAtNppoAsync(nppo)), _hub, default);

    private async Task AcceptAsync(Guid nppo, Actor boss, IntegrationStep step)
    {
        Assert.True((await Host.Get<ReportStep>().HandleAsync(
            new(nppo, await Host.LookAtStepAsync(nppo, step, boss), "On Monday"), boss, default)).IsSuccess);
        Assert.True((await Host.Get<AnswerStep>().HandleAsync(
            new(nppo, await Host.LookAtStepAsync(nppo, step, _hub), true, null), _hub, default)).IsSuccess);
    }

    /// <summary>By which connection it is served, as its home, its connections, the two lists of the hub and its page there say.</summary>
    private async Task<IReadOnlyList<string?>> SaidAsync(Guid nppo, Actor boss) =>
    [
        (await Host.Get<ViewNppo>().HandleAsync(nppo, boss, default)).Value.Served?.Connection,
        (await Host.Get<ViewConnections>().HandleAsync(nppo, boss, default)).Value.Served?.Connection,
        (await Host.Get<ListIntegration>().HandleAsync(new(null, 1), _hub, default)).Value.Items.Single(one => one.Nppo.Id == nppo)
            .Served?.Connection,
        (await Host.Get<ListNppos>().HandleAsync(new(null, null, 1), _hub, default)).Value.Page.Items.Single(one => one.Nppo.Id == nppo)
            .Through?.Connection,
        (await Host.Get<ViewNppoDossier>().HandleAsync(nppo, _hub, default)).Value.Row.Through?.Connection,
    ];
}

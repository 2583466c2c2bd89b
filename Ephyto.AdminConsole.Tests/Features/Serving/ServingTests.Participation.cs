using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

public abstract partial class ServingTests
{
    [Fact]
    public async Task A_served_country_takes_part_through_the_connection_with_what_that_one_sends_and_receives()
    {
        var before = await Host.ParticipationOfAsync("FR");
        Assert.Equal((ParticipationState.NotRegistered, null), (before.State, before.Through));
        await AskedAsync("DE");
        Assert.Null((await Host.ParticipationOfAsync("DE")).Through);
        Host.Time.Advance(TimeSpan.FromDays(1));
        await ConfirmedAsync("FR");

        var row = await Host.ParticipationOfAsync("FR");
        Assert.Equal((ParticipationState.Live, true, true, Host.Now()), (row.State, row.Sends, row.Receives, row.Since));
        Assert.Equal(("EU", "Direction de la protection des végétaux"), (row.Through?.Connection, row.Through?.Organization));

        await ChangeConnectionAsync(ServingWorld.Sending with { Receive = false });
        Assert.Equal((true, false), (await Host.ParticipationOfAsync("FR")).Exchanges);
        await ChangeConnectionAsync(ConnectionSettings.Nothing);
        Assert.Equal((ParticipationState.NotRegistered, null), await StateAsync("FR"));
        await ChangeConnectionAsync(ServingWorld.Sending);
        await ChangeAsync(_nppo, nppo => nppo.Suspend("Stolen.", _hub, Host.Now()));
        Assert.Equal((ParticipationState.NotRegistered, null), await StateAsync("FR"));
    }

    [Fact]
    public async Task A_connection_of_the_other_environment_serves_nobody()
    {
        await ConfirmedAsync("FR");
        await Host.StoreAsync(db => db.Set<Connection>()
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Environment, HubEnvironment.Production)));

        Assert.Equal((ParticipationState.NotRegistered, null), await StateAsync("FR"));
    }

    [Fact]
    public async Task Whoever_exchanges_by_itself_or_is_suspended_is_not_shown_through_another()
    {
        var (french, _) = await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "fr@example.org" });
        await ConfirmedAsync("FR");
        Assert.Equal((ParticipationState.Live, "EU"), await StateAsync("FR"));

        await ServingWorld.ConnectAsync(Host, french.Id, ServingWorld.Sending with { Receive = false });
        await ChangeAsync(french.Id, nppo => nppo.StartTesting(Actor.System, Host.Now()));
        Assert.Equal((ParticipationState.Live, "EU"), await StateAsync("FR"));
        await ChangeAsync(french.Id, nppo => nppo.GoLive(Actor.System, Host.Now()));
        Assert.Equal((ParticipationState.Live, null), await StateAsync("FR"));
        Assert.Equal((true, false), (await Host.ParticipationOfAsync("FR")).Exchanges);

        await ChangeAsync(french.Id, nppo => nppo.Suspend("Stolen.", _hub, Host.Now()));
        Assert.Equal((ParticipationState.Suspended, null), await StateAsync("FR"));
    }

    [Fact]
    public async Task Who_is_set_live_later_than_it_is_served_is_live_since_it_is_served()
    {
        var (french, _) = await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "fr@example.org" });
        await ConfirmedAsync("FR");
        var since = Host.Now();
        Host.Time.Advance(TimeSpan.FromHours(1));
        await ChangeAsync(french.Id, nppo => nppo.StartTesting(Actor.System, Host.Now()));
        await ChangeAsync(french.Id, nppo => nppo.GoLive(Actor.System, Host.Now()));

        Assert.Equal((ParticipationState.Live, "EU"), await StateAsync("FR"));
        Assert.Equal(since, (await Host.ParticipationOfAsync("FR")).Since);
    }

    [Fact]
    public async Task The_confirmed_connection_is_named_and_its_step_done_in_place_of_what_was_said_by_hand()
    {
        var (french, _) = await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "fr@example.org" });
        var boss = await Host.ActiveMemberAsync(french.Id, NppoRole.Administrator, "boss.fr@example.org");
        await ChangeAsync(french.Id, nppo => nppo.ChangeSystem(
            ExchangeSystem.ThroughAnotherSystem, new("By hand", Today, true, false), Guid.NewGuid(), Host.Now()));
        Assert.Null((await ViewAsync()).Served);
        Host.Time.Advance(TimeSpan.FromDays(1));
        var served = await ConfirmedAsync("FR");

        var view = await ViewAsync();
        Assert.Equal(("EU", true, true), (view.Served?.Connection, view.Served?.Sends, view.Served?.Receives));
        Assert.Equal(IntegrationStepState.Done, view.Progress.StateOf(IntegrationStep.SystemNamed));
        Assert.Equal((true, true), (await Host.ParticipationOfAsync("FR")).Exchanges);

        Assert.True((await EndAsync(served, Today, _hub)).IsSuccess);
        Assert.Null((await ViewAsync()).Served);
        // What was said by hand counts again.
        Assert.Equal(IntegrationStepState.Done, (await ViewAsync()).Progress.StateOf(IntegrationStep.SystemNamed));

        async Task<IntegrationView> ViewAsync() => (await Host.Get<ViewIntegration>().HandleAsync(french.Id, boss, default)).Value;
    }

    [Fact]
    public async Task The_step_is_done_by_the_confirmation_alone()
    {
        var (french, _) = await Host.ConfirmedNppoAsync("FR", Given.Awa with { Email = "fr@example.org" });
        var boss = await Host.ActiveMemberAsync(french.Id, NppoRole.Administrator, "boss.fr@example.org");
        await Host.StoreAsync(async db =>
        {
            await db.Database.ExecuteSqlAsync(
                $"""UPDATE "Nppos" SET "Organization_System" = 'ThroughAnotherSystem' WHERE "Id" = {french.Id}""");
            return true;
        });
        Assert.Equal(IntegrationStepState.Open, await StepAsync());

        await ConfirmedAsync("FR");

        Assert.Equal(IntegrationStepState.Done, await StepAsync());

        async Task<IntegrationStepState?> StepAsync() =>
            (await Host.Get<ViewIntegration>().HandleAsync(french.Id, boss, default)).Value.Progress.StateOf(IntegrationStep.SystemNamed);
    }

    [Fact]
    public async Task The_public_data_name_the_connection_and_its_organization()
    {
        await ConfirmedAsync("FR");
        using var client = Host.CreateClient();

        var json = System.Text.RegularExpressions.Regex.Unescape(
            await client.GetStringAsync(new Uri("/api/v1/participation?search=FR", UriKind.Relative)));
        var csv = await client.GetStringAsync(new Uri("/api/v1/participation?search=FR&format=csv", UriKind.Relative));

        Assert.Contains(
            "\"state\":\"live\",\"since\":\"2026-03-02T09:00:00Z\",\"sends\":true,\"receives\":true,\"party\":\"contractingParty\","
                + "\"territoryOf\":null,\"through\":\"EU\",\"throughName\":\"Direction de la protection des végétaux\"",
            json, StringComparison.Ordinal);
        Assert.Contains("true,true,contractingParty,,EU,Direction de la protection des végétaux", csv, StringComparison.Ordinal);
        var page = System.Net.WebUtility.HtmlDecode(
            await client.GetStringAsync(new Uri("/participation?search=FR", UriKind.Relative)));
        Assert.Contains("through EU, ", string.Concat(page.Where(sign => sign is not ('\u2068' or '\u2069'))), StringComparison.Ordinal);
    }

    private async Task<(ParticipationState State, string? Through)> StateAsync(string country)
    {
        var row = await Host.ParticipationOfAsync(country);
        return (row.State, row.Through?.Connection);
    }

    private Task<int> ChangeConnectionAsync(ConnectionSettings settings) => Host.StoreAsync(async db =>
    {
        Assert.True((await db.Set<Connection>().SingleAsync(c => c.Id == _connection))
            .Change(settings, Guid.NewGuid(), Host.Now()).IsSuccess);
        return await db.SaveChangesAsync();
    });

    private Task<int> ChangeAsync(Guid id, Func<Nppo, Result> act) => Host.StoreAsync(async db =>
    {
        Assert.Null(act(await db.Set<Nppo>().SingleAsync(n => n.Id == id)).Error?.Sentence);
        return await db.SaveChangesAsync();
    });
}

using Ephyto.AdminConsole.Features.Hub.Desk.UseCases;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Features.Participation.UseCases;
using Ephyto.AdminConsole.Tests.Features.People.Members;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Features.Serving;

/// <content>The connection by which a live country exchanges does so no more.</content>
public abstract partial class ServingTests
{
    [Fact]
    public async Task A_live_country_whose_serving_organization_is_suspended_or_closed_stands_before_the_hub_and_is_told_truly()
    {
        var (french, _) = await LiveThroughAsync();
        Assert.Equal((0, 0, false), await SilentAsync());
        Assert.False((await Host.ParticipationOfAsync("FR")).IsSilent);

        await ChangeAsync(_nppo, nppo => nppo.Suspend("Stolen.", _hub, Host.Now()));
        Assert.Equal((1, 1, true), await SilentAsync());
        var row = await Host.ParticipationOfAsync("FR");
        Assert.Equal((ParticipationState.Live, false, false, true, null), (row.State, row.Sends, row.Receives, row.IsSilent, row.Through));
        await ChangeAsync(_nppo, nppo => nppo.Reactivate(_hub, Host.Now()));
        Assert.Equal((0, 0, false), await SilentAsync());

        await ChangeAsync(_nppo, nppo => nppo.Close("Dissolved.", _hub, Host.Now()));
        Assert.Equal((1, 1, true), await SilentAsync());
        Assert.True((await Host.ParticipationOfAsync("FR")).IsSilent);
        // Who cannot exchange because the hub has said so is no news to it.
        await ChangeAsync(french, nppo => nppo.Suspend("Asked for.", _hub, Host.Now()));
        Assert.Equal((0, 0, false), await SilentAsync());

        async Task<(int Desk, int Listed, bool Marked)> SilentAsync() => (
            (await Host.Get<ViewDesk>().HandleAsync(_hub, default)).Value.Needs.WithoutExchange.Count(one => one.Id == french),
            (await Host.Get<ListNppos>().HandleAsync(new(null, null, 1, Serving: NppoServing.Nothing), _hub, default)).Value.Page.Items
                .Count(one => one.Nppo.Id == french),
            (await Host.Get<ViewNppoDossier>().HandleAsync(french, _hub, default)).Value.Row.IsSilent);
    }

    [Fact]
    public async Task A_live_country_whose_serving_has_ended_exchanges_nothing_until_another_system_is_named()
    {
        var (french, boss) = await LiveThroughAsync();
        var served = (await Host.StoreAsync(db => Task.FromResult(db.Set<Ephyto.Domain.Serving.ServedCountry>().Single()))).Id;

        Assert.True((await EndAsync(served, Today, _hub)).IsSuccess);

        Assert.Equal([french], (await NeedsAsync()).Select(one => one.Id));
        Assert.True((await Host.ParticipationOfAsync("FR")).IsSilent);
        Assert.True((await Host.Get<ChangeSystem>().HandleAsync(new(french, SeenSystem.Of(await Host.LookAtNppoAsync(french)),
            ExchangeSystem.ThroughAnotherSystem, "Regional system", Today, true, false), boss, default)).IsSuccess);
        Assert.Empty(await NeedsAsync());
        var row = await Host.ParticipationOfAsync("FR");
        Assert.Equal((false, true, false, "Regional system"), (row.IsSilent, row.Sends, row.Receives, row.NamedSystem));
    }

    [Fact]
    public async Task Nobody_is_set_live_through_a_connection_that_does_not_exchange_yet()
    {
        var (french, boss) = await FranceAsync();
        await ConfirmedAsync("FR");
        Assert.True((await ChooseAsync(french, boss, ExchangeSystem.ThroughAnotherSystem)).IsSuccess);
        await Host.HandContactAsync(french, await Host.ActiveMemberAsync(french, NppoRole.Administrator, "second.fr@example.org"));
        await ChangeAsync(_nppo, nppo => nppo.Suspend("Stolen.", _hub, Host.Now()));
        var progress = (await Host.Get<ViewIntegration>().HandleAsync(french, boss, default)).Value.Progress;
        Assert.Equal((true, false, false), (progress.WaitsForServing, progress.MayGoLive, progress.NeedsAnswer));

        Assert.Equal(IntegrationErrors.ServingNotBegun, (await AdvanceAsync(french)).Error);
        await ChangeAsync(_nppo, nppo => nppo.Reactivate(_hub, Host.Now()));
        Assert.True((await AdvanceAsync(french)).IsSuccess);

        Assert.Equal(NppoStatus.Live, (await Host.LookAtNppoAsync(french)).Status);
    }

    [Fact]
    public async Task Nobody_is_set_live_through_another_system_that_nobody_has_confirmed_or_named()
    {
        var (french, boss) = await FranceAsync();
        var served = await ConfirmedAsync("FR");
        Assert.True((await ChooseAsync(french, boss, ExchangeSystem.ThroughAnotherSystem)).IsSuccess);
        await Host.HandContactAsync(french, await Host.ActiveMemberAsync(french, NppoRole.Administrator, "second.fr@example.org"));

        Assert.True((await EndAsync(served, Today, _hub)).IsSuccess);

        Assert.Equal(IntegrationErrors.GateClosed, (await AdvanceAsync(french)).Error);
    }

    [Fact]
    public async Task A_connection_that_was_kept_and_a_system_named_by_hand_exchange_without_a_served_country()
    {
        var (french, boss) = await LiveThroughAsync();
        await Host.NeverHadOwnSystemAsync(french);
        await ServingWorld.ConnectAsync(Host, french, ServingWorld.Sending with { Receive = false });

        await ChangeAsync(_nppo, nppo => nppo.Close("Dissolved.", _hub, Host.Now()));

        Assert.Empty(await NeedsAsync());
        Assert.False((await Host.Get<ViewIntegration>().HandleAsync(french, boss, default)).Value.Progress.LacksExchange);
        Assert.Equal((false, true, null), await SaidAsync("FR"));

        async Task<(bool, bool, string?)> SaidAsync(string country)
        {
            var row = await Host.ParticipationOfAsync(country);
            return (row.IsSilent, row.Sends, row.NamedSystem);
        }
    }

    [Fact]
    public async Task The_public_data_name_the_system_of_others_as_its_organization_named_it()
    {
        var (french, _) = await FranceAsync();
        await ChangeAsync(french, nppo => nppo.ChangeSystem(
            ExchangeSystem.ThroughAnotherSystem, new("Regional system", Today, true, false), Guid.NewGuid(), Host.Now()));
        using var client = Host.CreateClient();
        Assert.DoesNotContain("Regional system", await JsonAsync(), StringComparison.Ordinal);

        await ChangeAsync(french, nppo => nppo.GoLive(Actor.System, Host.Now()));

        await Eventually.TrueAsync(async () => (await JsonAsync()).Contains(
            "\"sends\":true,\"receives\":false,\"party\":\"contractingParty\",\"territoryOf\":null,\"through\":null,"
                + "\"throughName\":\"Regional system\"", StringComparison.Ordinal), "the system in the data");
        Assert.Contains("true,false,contractingParty,,,Regional system", await client.GetStringAsync(
            new Uri("/api/v1/participation?search=FR&format=csv", UriKind.Relative)), StringComparison.Ordinal);
        var page = System.Net.WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/participation?search=FR", UriKind.Relative)));
        Assert.Contains("through Regional system", string.Concat(page.Where(sign => sign is not ('\u2068' or '\u2069'))),
            StringComparison.Ordinal);

        Task<string> JsonAsync() => client.GetStringAsync(new Uri("/api/v1/participation?search=FR", UriKind.Relative));
    }

    private async Task<IReadOnlyList<SilentNppo>> NeedsAsync() =>
        (await Host.Get<ViewDesk>().HandleAsync(_hub, default)).Value.Needs.WithoutExchange;

    /// <summary>France, which the hub has set live through the connection of the European Union.</summary>
    private async Task<(Guid Nppo, Actor Boss)> LiveThroughAsync()
    {
        var (french, boss) = await FranceAsync();
        await ConfirmedAsync("FR");
        Assert.True((await ChooseAsync(french, boss, ExchangeSystem.ThroughAnotherSystem)).IsSuccess);
        await Host.HandContactAsync(french, await Host.ActiveMemberAsync(french, NppoRole.Administrator, "second.fr@example.org"));
        Assert.Null((await AdvanceAsync(french)).Error?.Sentence);
        return (french, boss);
    }
}

using Ephyto.AdminConsole.Features.Integration;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Tests.Features.DigitalCertificates;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;

namespace Ephyto.AdminConsole.Tests.Features.Integration;

/// <summary>The channels that the hub keeps, and the rules that name them.</summary>
public abstract class ChannelUseCaseTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private static readonly ChannelRule Rule = new(
        ChannelRuleType.Forward, PhytoType.Phytosanitary, PhytoStatus.Issued, "", ChannelDirection.Outgoing, "EAST", true);

    private Guid _nppo;
    private Actor _boss = Actor.Anonymous;
    private Actor _hub = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _nppo = (await Host.ConfirmedNppoAsync()).Nppo.Id;
        _boss = await Host.ActiveMemberAsync(_nppo, NppoRole.Administrator, "boss@example.org");
        _hub = await Host.AppointAsync(HubRole.HubAdministrator);
    }

    [Fact]
    public async Task The_hub_adds_changes_and_withdraws_a_channel_and_sees_who_names_it()
    {
        var id = (await AddAsync("east")).Value;
        Assert.Equal(ChannelErrors.CodeTaken, (await AddAsync("EAST")).Error);
        Assert.Equal(ChannelErrors.NameNeeded, (await AddAsync("WEST", " ")).Error);
        await AddAsync("WEST");
        Assert.True((await SaveAsync(Rule)).IsSuccess);

        Assert.Equal(["CI"], (await ListAsync())[0].Namers);
        var seen = (await ListAsync())[0].Channel.Version;
        Assert.True((await Host.Get<ChangeChannel>().HandleAsync(new(id, seen, "Farther east", true, false), _hub, default)).IsSuccess);
        Assert.Equal(AccessErrors.ChangedMeanwhile,
            (await Host.Get<ChangeChannel>().HandleAsync(new(id, seen, "East", true, true), _hub, default)).Error);
        Assert.True((await Host.Get<OfferChannel>().HandleAsync(new(id, false), _hub, default)).IsSuccess);

        var list = await ListAsync();
        Assert.Equal([("WEST", true, "WEST"), ("EAST", false, "Farther east")],
            list.Select(item => (item.Channel.Code, item.Channel.IsOffered, item.Channel.Name)));
    }

    [Fact]
    public async Task Two_who_add_the_same_code_at_the_same_instant_leave_one()
    {
        var outcomes = await Task.WhenAll(Task.Run(() => AddAsync("EAST")), Task.Run(() => AddAsync("EAST")));

        Assert.Equal(ChannelErrors.CodeTaken, Assert.Single(outcomes, outcome => !outcome.IsSuccess).Error);
    }

    [Fact]
    public async Task A_rule_names_a_channel_that_is_offered_and_a_country_or_connection_that_exists()
    {
        Assert.Equal(ConnectionErrors.ChannelUnknown, (await SaveAsync(Rule)).Error);
        var id = (await AddAsync("EAST")).Value;
        Assert.Equal(ConnectionErrors.PartnerUnknown, (await SaveAsync(Rule with { CountryCode = "LK2" })).Error);
        var (lanka, _) = await Host.ConfirmedNppoAsync("LK", Given.Awa with { Email = "lk@example.org" });
        var colleague = await Host.ActiveMemberAsync(lanka.Id, NppoRole.Administrator, "colleague@example.org");
        await Host.ConnectAsync(lanka.Id, colleague);
        await Host.ConnectAsync(lanka.Id, colleague);

        Assert.True((await SaveAsync(Rule with { CountryCode = "lk2", Channel = "east" })).IsSuccess);
        Assert.True((await SaveAsync(Rule with { CountryCode = "SN" })).IsSuccess);

        var kept = (await ViewAsync()).Connections.Select(connection => Assert.Single(connection.Settings.Rules));
        Assert.Equal([(1, "EAST", "LK2"), (1, "EAST", "SN")], kept.Select(rule => (rule.Id, rule.Channel, rule.CountryCode)));
        // Those that always answer in the sandbox are among the active there.
        Assert.True((await SaveAsync(Rule with { CountryCode = "XB" })).IsSuccess);
        await Host.Get<OfferChannel>().HandleAsync(new(id, false), _hub, default);
        Assert.Empty((await ViewAsync()).Channels);
        Assert.Equal(ConnectionErrors.ChannelUnknown, (await SaveAsync(Rule)).Error);
        Assert.True((await Host.Get<AddChannel>().HandleAsync(new("DEAF", "Sends only", false, true), _hub, default)).IsSuccess);
        Assert.Equal(ConnectionErrors.ChannelUnknown, (await SaveAsync(Rule with { Channel = "DEAF" })).Error);

        // Another setting may be changed although the channel of a rule is gone; the rule itself may not.
        var old = (await ViewAsync()).Connections[0];
        Assert.True((await ChangeAsync(old, old.Settings with { Delivery = DeliveryMode.Pull, Send = false })).IsSuccess);
        var now = (await ViewAsync()).Connections[0];
        var other = now.Settings with { Rules = [now.Settings.Rules[0] with { CountryCode = "GH" }] };
        Assert.Equal(ConnectionErrors.ChannelUnknown, (await ChangeAsync(now, other)).Error);
    }

    [Fact]
    public async Task What_others_see_is_what_the_Hub_gives_with_the_certificate_of_the_connection()
    {
        await AddAsync("EAST");
        await SaveAsync(Rule with { CountryCode = "SN" }, Rule with { Active = false, Direction = ChannelDirection.Incoming });
        var second = await Host.ConnectAsync(_nppo, _boss);
        var view = await ViewAsync();
        var first = view.Connections[0];
        using var made = MadeCertificate.Ec();
        var id = (await Host.UploadAsync(_nppo, _boss, made, usage: CertificateUsage.Signing, connection: first.Id)).Value;
        Assert.Empty((await ViewAsync()).Signatures);
        Assert.True((await Host.ActivateAsync(_nppo, _boss, id)).IsSuccess);

        view = await ViewAsync();

        Assert.Equal([first.Id], view.Signatures.Keys);
        var seen = PublishedNppo.Write(first, view.Signatures[first.Id]);
        const string kind = "certificateType=\"851\" certificateStatus=\"70\"";
        Assert.Equal($"""
            <hub:Nppo xmlns:hub="http://ephyto.ippc.int/HUB.Entities">
              <hub:Country>CI</hub:Country>
              <hub:Receive>True</hub:Receive>
              <hub:Send>True</hub:Send>
              <hub:AllowedDocument active="true">
                <certificateType number="851" value="Phytosanitary" />
                <certificateStatus number="70" value="Issued" />
              </hub:AllowedDocument>
              <hub:Signature>
                <dn>{view.Signatures[first.Id].Facts.Subject}</dn>
                <certificate>{Convert.ToBase64String(made.RawData)}</certificate>
              </hub:Signature>
              <hub:ChannelRules>
                <hub:ChannelRule id="1" active="true" ruleType="FORWARD" {kind} countryCode="SN" direction="OUT" />
                <hub:ChannelRule id="2" active="false" ruleType="FORWARD" {kind} countryCode="" direction="INC" />
              </hub:ChannelRules>
            </hub:Nppo>
            """.ReplaceLineEndings("\n"), seen.ReplaceLineEndings("\n"));
        var other = view.Connections.Single(connection => connection.Id == second);
        Assert.DoesNotContain("Signature", PublishedNppo.Write(other, view.Signatures.GetValueOrDefault(second)), StringComparison.Ordinal);
    }

    private Task<Result<Guid>> ChangeAsync(Connection connection, ConnectionSettings settings) => Host.Get<SaveConnection>().HandleAsync(
        new(_nppo, connection.Id, connection.Version, settings), _boss, CancellationToken.None);

    private Task<Result<Guid>> AddAsync(string code, string? name = null) =>
        Host.Get<AddChannel>().HandleAsync(new(code, name ?? code, true, true), _hub, CancellationToken.None);

    private async Task<IReadOnlyList<ChannelItem>> ListAsync() => (await Host.Get<ListChannels>().HandleAsync(_hub, default)).Value.Items;

    private async Task<ConnectionsView> ViewAsync() => (await Host.Get<ViewConnections>().HandleAsync(_nppo, _boss, default)).Value;

    private Task<Result<Guid>> SaveAsync(params ChannelRule[] rules) => Host.Get<SaveConnection>().HandleAsync(
        new(_nppo, null, 0, ConnectionSettings.Nothing with
        {
            Send = true,
            Receive = true,
            Allowed = [new(PhytoType.Phytosanitary, PhytoStatus.Issued)],
            Rules = rules,
        }), _boss, CancellationToken.None);
}

public sealed class ChannelsOnSqlite() : ChannelUseCaseTests(DatabaseKind.Sqlite);

public sealed class ChannelsOnPostgreSql() : ChannelUseCaseTests(DatabaseKind.PostgreSql);

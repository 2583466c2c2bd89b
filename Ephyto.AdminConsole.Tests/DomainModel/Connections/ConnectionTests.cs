using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;

namespace Ephyto.AdminConsole.Tests.DomainModel.Connections;

/// <summary>What an organization settles with the Hub about one of its systems.</summary>
public sealed class ConnectionTests
{
    private const string Address = "https://ephyto.example.org/hub";
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Person = Guid.NewGuid();
    private static readonly ChannelRule Rule = new(ChannelRuleType.Forward, PhytoType.ReExport, PhytoStatus.Issued, " UG ",
        ChannelDirection.Outgoing, " north ", true);
    private static readonly ConnectionSettings Usual = ConnectionSettings.Nothing with { Send = true, Receive = true,
        Allowed = [new(PhytoType.Phytosanitary, PhytoStatus.Issued)] };

    [Theory]
    [InlineData(false, false, 0, true)]
    [InlineData(true, false, 0, false)]
    [InlineData(false, true, 0, false)]
    [InlineData(false, true, 1, true)]
    public void Who_exchanges_says_what(bool send, bool receive, int kinds, bool fits)
    {
        var settings = Usual with { Send = send, Receive = receive, Allowed = [.. Usual.Allowed.Take(kinds)] };

        Assert.Equal(fits ? null : ConnectionErrors.NothingAllowed, Add(settings).Error);
        Assert.Equal((send || receive) && kinds > 0, settings.IsSet);
    }

    [Fact]
    public void All_that_stands_against_settings_is_found_at_once() => Assert.Equal(
        [ConnectionErrors.EndpointNeeded, ConnectionErrors.NothingAllowed, ConnectionErrors.ChannelNeeded],
        Connection.Refusals(Usual with
        {
            Receive = true,
            Delivery = DeliveryMode.Push,
            Endpoint = "",
            Allowed = [],
            Rules = [new(ChannelRuleType.Forward, PhytoType.Phytosanitary, PhytoStatus.Issued, "", ChannelDirection.Outgoing, "", true)],
        }, CalledNetworks.Public));

    [Fact]
    public void At_first_nothing_is_exchanged() => Assert.Equal((false, false, DeliveryMode.Pull, null), (
        ConnectionSettings.Nothing.Send, ConnectionSettings.Nothing.Receive, ConnectionSettings.Nothing.Delivery,
        ConnectionSettings.Nothing.Endpoint));

    [Fact]
    public void Nine_connections_and_fifty_rules_are_the_most()
    {
        Assert.Equal("LK9", Add(Usual, existing: Connection.Most - 1).Value.Code);
        Assert.Equal(ConnectionErrors.TooMany, Add(Usual, existing: Connection.Most).Error);
        Assert.True(Add(Usual with { Rules = [.. Enumerable.Repeat(Rule, Connection.MostRules)] }).IsSuccess);
        Assert.Equal(ConnectionErrors.TooManyRules,
            Add(Usual with { Rules = [.. Enumerable.Repeat(Rule, Connection.MostRules + 1)] }).Error);
    }

    [Fact]
    public void Each_rule_names_a_channel()
    {
        Assert.Equal(ConnectionErrors.ChannelNeeded, Add(Usual with { Rules = [Rule, Rule with { Channel = " " }] }).Error);
        var kept = Assert.Single(Add(Usual with { Rules = [Rule] }).Value.Settings.Rules);
        Assert.Equal(("NORTH", "UG"), (kept.Channel, kept.CountryCode));
        Assert.Equal("", Assert.Single(Add(Usual with { Rules = [Rule with { CountryCode = " " }] }).Value.Settings.Rules).CountryCode);
    }

    [Fact]
    public void Rules_keep_their_numbers_and_new_ones_get_the_next()
    {
        var connection = Add(Usual with { Rules = [Rule, Rule] }).Value;
        Assert.Equal([1, 2], connection.Settings.Rules.Select(rule => rule.Id));

        connection.Change(Usual with { Rules = [Rule, connection.Settings.Rules[1], Rule with { Id = 2 }] }, Person, Now);

        Assert.Equal([3, 2, 4], connection.Settings.Rules.Select(rule => rule.Id));
        Assert.Equal([1, 2], (Usual with { Rules = [Rule, Rule] }).NumberedRules().Select(rule => rule.Id));
    }

    [Theory]
    [InlineData("NORTH", "", null)]
    [InlineData(" north ", "ug", null)]
    [InlineData("NORTH", "LK2", null)]
    [InlineData("NORTH", "LK3", "connection.partner-unknown")]
    [InlineData("NORTH", "UGX", "connection.partner-unknown")]
    [InlineData("NORTH", "\u200B", "connection.partner-unknown")]
    [InlineData("SOUTH", "UG", "connection.channel-unknown")]
    [InlineData("no channel", "UG", "connection.channel-unknown")]
    [InlineData(" ", "UG", "connection.channel-needed")]
    public void A_rule_names_a_channel_and_a_partner_that_there_are(string channel, string partner, string? fault)
    {
        var known = new KnownPartners(new HashSet<string> { "NORTH" }, new HashSet<string> { "UG", "LK", "LK2" });

        var rule = Rule with { Channel = channel, CountryCode = partner };
        Assert.Equal(fault, known.Refuse([Rule with { Channel = "NORTH" }, rule], [])?.Code);
        // What was there before keeps nobody from changing something else.
        Assert.Null(known.Refuse([rule, Rule with { Channel = "NORTH", Id = 7 }], [rule]));
    }

    [Theory]
    [InlineData(DeliveryMode.Push, true, null, false)]
    [InlineData(DeliveryMode.Push, true, " ", false)]
    [InlineData(DeliveryMode.Push, false, null, true)]
    [InlineData(DeliveryMode.Pull, true, null, true)]
    [InlineData(DeliveryMode.Push, true, Address, true)]
    public void An_address_is_needed_where_the_hub_calls(DeliveryMode delivery, bool receives, string? address, bool fits) =>
        Assert.Equal(fits ? null : ConnectionErrors.EndpointNeeded,
            Add(Usual with { Delivery = delivery, Receive = receives, Endpoint = address }).Error);

    [Theory]
    [InlineData("https://ephyto.ministry.internal/hub", "not-public")]
    [InlineData("https://ephyto.ministry.INTERNAL./hub", "not-public")]
    [InlineData("https://printer.local", "not-public")]
    [InlineData("https://localhost.:5454/", "not-public")]
    [InlineData("https://127.0.0.1.:5454/", "not-public")]
    [InlineData("https://\uFF11\uFF12\uFF17.0.0.1/", "not-public")]
    [InlineData("https://192.168.1.4.:5454/", "number")]
    [InlineData("http://ephyto.example.org", "not-https")]
    [InlineData("https://me@ephyto.example.org", "names-user")]
    [InlineData("https://xn--a/hub", "unreadable")]
    [InlineData("https://ephyto.ministry.org/x<script>", "unreadable")]
    [InlineData("https://ephyto.ministry.org/a\\b", "unreadable")]
    public void An_address_that_is_not_called_is_refused_for_its_own_reason(string address, string cause)
    {
        var refusal = Add(Usual with { Delivery = DeliveryMode.Push, Endpoint = address }).Error;

        Assert.Equal($"connection.endpoint-{cause}", refusal?.Code);
        Assert.Contains(refusal, ConnectionErrors.OfEndpoint);
    }

    [Theory]
    [InlineData("https://127.0.0.1:5454/hub", null)]
    [InlineData("https://localhost:5454/hub", null)]
    [InlineData("https://[::1]:5454/hub", null)]
    [InlineData("https://10.0.0.1/hub", null)]
    [InlineData("https://receiver.internal/hub", null)]
    [InlineData("https://127.0.0.1:22/hub", "connection.port-not-allowed")]
    [InlineData("http://127.0.0.1:5454/hub", "connection.endpoint-not-https")]
    public void Where_private_networks_are_called_their_addresses_are_taken(string address, string? fault)
    {
        var pushed = Usual with { Delivery = DeliveryMode.Push, Endpoint = address };
        var added = Connection.Add(Guid.NewGuid(), "LK", 0, pushed, Person, Now, networks: CalledNetworks.AlsoPrivate);

        Assert.Equal(fault, added.Error?.Code);
        Assert.Equal(fault, Add(Usual).Value.Change(pushed, Person, Now, networks: CalledNetworks.AlsoPrivate).Error?.Code);
        Assert.NotNull(Add(Usual).Value.Change(pushed, Person, Now).Error);
    }

    [Theory]
    [InlineData("https://ephyto.ministry.org:22/hub", true, false)]
    [InlineData("https://ephyto.ministry.org:22/hub", false, false)]
    [InlineData("https://ephyto.ministry.org:1023/hub", true, false)]
    [InlineData("https://ephyto.ministry.org:443/hub", true, true)]
    [InlineData("https://ephyto.ministry.org:1024/hub", true, true)]
    public void A_port_that_is_never_called_is_not_saved(string address, bool receives, bool fits) =>
        Assert.Equal(fits ? null : ConnectionErrors.PortNotAllowed,
            Add(Usual with { Delivery = DeliveryMode.Push, Receive = receives, Endpoint = address }).Error);

    [Fact]
    public void An_address_of_who_only_sends_is_looked_at_too() => Assert.Equal(ConnectionErrors.EndpointNotHttps,
        Add(Usual with { Delivery = DeliveryMode.Push, Receive = false, Endpoint = "http://ephyto.ministry.org" }).Error);

    [Fact]
    public void An_address_has_at_most_five_hundred_characters()
    {
        var longest = Address + new string('a', 500 - Address.Length);

        Assert.True(Add(Usual with { Delivery = DeliveryMode.Push, Endpoint = longest }).IsSuccess);
        Assert.Equal(ConnectionErrors.EndpointTooLong, Add(Usual with { Delivery = DeliveryMode.Push, Endpoint = longest + "a" }).Error);
    }

    [Fact]
    public void A_change_tells_what_has_changed_and_nothing_else()
    {
        Assert.Equal([new("connection", EventFact.Words("LK"))], Changed(Usual).Facts);
        Assert.Equal("LK False True", Told(Changed(Usual with { Send = false }), "send"));
        Assert.Equal("LK False True", Told(Changed(Usual with { Receive = false }), "receive"));
        Assert.Equal("LK 851/40, 851/70 851/70",
            Told(Changed(Usual with { Allowed = [.. Usual.Allowed, new(PhytoType.Phytosanitary, PhytoStatus.Withdrawn)] }), "documents"));
        Assert.Equal("LK 1 0", Told(Changed(Usual with { Rules = [Rule] }), "rules"));
        var pushed = Changed(Usual with { Delivery = DeliveryMode.Push, Endpoint = Address });
        Assert.Equal(("Push", "Pull", "True"),
            (pushed.Facts["delivery"].Value, pushed.Facts[$"delivery{DomainEvent.Before}"].Value, pushed.Facts["endpoint"].Value));
    }

    [Fact]
    public void A_change_is_refused_like_an_addition()
    {
        var connection = Add(Usual).Value;

        Assert.Equal(ConnectionErrors.NothingAllowed, connection.Change(Usual with { Allowed = [] }, Person, Now).Error);
        Assert.Equal(Usual.Allowed, connection.Settings.Allowed);
    }

    [Fact]
    public void One_that_came_from_the_other_environment_is_of_this_one_once_it_is_saved()
    {
        var connection = Connection.Add(Guid.NewGuid(), "LK", 0, Usual, Person, Now, HubEnvironment.Test).Value;
        Assert.Equal(EventFact.Term(HubEnvironment.Test), connection.DomainEvents.Single().Facts["environment"]);
        Assert.True(connection.IsOf(HubEnvironment.Test));
        Assert.False(connection.IsOf(HubEnvironment.Production));

        Assert.True(connection.Change(Usual, Person, Now, HubEnvironment.Production).IsSuccess);

        Assert.Equal(HubEnvironment.Production, connection.Environment);
        var moved = connection.DomainEvents[^1].Facts;
        Assert.Equal((EventFact.Term(HubEnvironment.Production), EventFact.Term(HubEnvironment.Test)),
            (moved["environment"], moved[$"environment{DomainEvent.Before}"]));
        Assert.True(connection.Change(Usual, Person, Now, HubEnvironment.Production).IsSuccess);
        Assert.Equal(["connection"], connection.DomainEvents[^1].Facts.Keys);
        Assert.True(connection.Change(Usual, Person, Now).IsSuccess);
        Assert.Equal(HubEnvironment.Production, connection.Environment);
    }

    [Fact]
    public void One_of_before_gets_its_environment_without_a_word()
    {
        var connection = Add(Usual).Value;
        Assert.True(connection.IsOf(HubEnvironment.Test));
        Assert.True(connection.IsOf(HubEnvironment.Production));

        Assert.True(connection.Change(Usual, Person, Now, HubEnvironment.Production).IsSuccess);

        Assert.Equal(HubEnvironment.Production, connection.Environment);
        Assert.Equal(["connection"], connection.DomainEvents[^1].Facts.Keys);
    }

    private static ConnectionChanged Changed(ConnectionSettings to)
    {
        var connection = Add(Usual).Value;
        Assert.True(connection.Change(to, Person, Now).IsSuccess);
        return Assert.IsType<ConnectionChanged>(connection.DomainEvents[^1]);
    }

    private static string Told(ConnectionChanged happened, string name)
    {
        Assert.Equal(["connection", name, $"{name}{DomainEvent.Before}"], happened.Facts.Keys.Order(StringComparer.Ordinal));
        return $"{happened.Facts["connection"].Value} {happened.Facts[name].Value} {happened.Facts[$"{name}{DomainEvent.Before}"].Value}";
    }

    private static Result<Connection> Add(ConnectionSettings settings, int existing = 0) =>
        Connection.Add(Guid.NewGuid(), "LK", existing, settings, Person, Now);
}

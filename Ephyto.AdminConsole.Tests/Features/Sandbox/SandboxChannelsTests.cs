using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Partners;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox;

/// <summary>What channels get by the rules of connections.</summary>
public abstract class SandboxChannelsTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private CallingSystem _kenya = null!;
    private CallingSystem _ghana = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _kenya = await CallingSystem.SetUpAsync(Host, "KE");
        _ghana = await CallingSystem.SetUpAsync(Host, "GH");
    }

    [Fact]
    public async Task Channels_get_copies_or_the_envelope_itself()
    {
        ChannelRule rule = new(
            ChannelRuleType.Forward, PhytoType.Phytosanitary, PhytoStatus.Issued, "", ChannelDirection.Incoming, "CUSTOMS", true);
        var senegal = await CallingSystem.SetUpAsync(Host, "SN", CallingSystem.Everything with
        {
            Rules = [rule, rule with { Rule = ChannelRuleType.Delegate, CountryCode = "GH", Channel = "AGENCY" },
                rule with { Channel = "NOBODY", Active = false }],
        });

        var copied = await _kenya.SendAsync(Host, "SN");
        Assert.Equal(("PendingDelivery", "CUSTOMS"), (copied["HUBTrackingInfo"], copied["Code"]));
        Assert.Equal("Delivered", (await TrackAsync(copied["HubDeliveryNumber"]))["HUBTrackingInfo"]);

        var given = await _ghana.SendAsync(Host, "SN");
        Assert.Equal(("Delivered", "AGENCY"), (given["HUBTrackingInfo"], given.All("Code")[1]));
        Assert.Single((await senegal.CallAsync(Host, Soap.Empty("GetImportEnvelopeHeaders"))).All("EnvelopeHeader"));
        Assert.Equal(3, (await senegal.CallAsync(Host, Soap.Empty("GetProfile"))).All("ChannelRule").Count);
    }

    [Fact]
    public async Task A_channel_that_the_hub_has_withdrawn_gets_nothing_and_the_recipient_does()
    {
        ChannelRule rule = new(
            ChannelRuleType.Delegate, PhytoType.Phytosanitary, PhytoStatus.Issued, "", ChannelDirection.Incoming, "AGENCY", true);
        var senegal = await CallingSystem.SetUpAsync(Host, "SN", CallingSystem.Everything with { Rules = [rule] });
        var agency = Channel.Add("AGENCY", new("Of the region", true, true), Guid.NewGuid(), Host.Now()).Value;
        await Host.AddAsync(agency);
        Assert.Equal("Delivered", (await _kenya.SendAsync(Host, "SN", number: "1"))["HUBTrackingInfo"]);
        await Host.StoreAsync(db => db.Set<Channel>().ExecuteUpdateAsync(set => set.SetProperty(channel => channel.IsOffered, false)));

        var sent = await _kenya.SendAsync(Host, "SN", number: "2");

        Assert.Equal("PendingDelivery", sent["HUBTrackingInfo"]);
        Assert.Empty(sent.All("Code"));
        Assert.Single((await senegal.CallAsync(Host, Soap.Empty("GetImportEnvelopeHeaders"))).All("EnvelopeHeader"));
    }

    [Fact]
    public async Task The_channels_that_the_hub_offers_are_listed()
    {
        Assert.Empty((await _kenya.CallAsync(Host, Soap.Empty("GetAvailableChannels"))).All("Code"));
        var withdrawn = Channel.Add("OLD", new("Of yesterday", true, true), Guid.NewGuid(), Host.Now()).Value;
        Assert.True(withdrawn.Offer(false, Guid.NewGuid(), Host.Now()).IsSuccess);
        await Host.AddAsync(withdrawn, Channel.Add("REGION", new("Of the region", false, true), Guid.NewGuid(), Host.Now()).Value,
            Channel.Add("CUSTOMS", new("Customs", true, false), Guid.NewGuid(), Host.Now()).Value);

        var listed = (await _kenya.CallAsync(Host, Soap.Empty("GetAvailableChannels"))).Body.Descendants(HubNames.Entities + "Channel");

        Assert.Equal(
            [("CUSTOMS", "Customs", "true", "false"), ("REGION", "Of the region", "false", "true")],
            listed.Select(channel => (Of(channel, "Code"), Of(channel, "Name"),
                channel.Attribute("Receive")!.Value, channel.Attribute("Send")!.Value)));

        static string Of(XElement channel, string name) => channel.Element(HubNames.Entities + name)!.Value;
    }

    [Fact]
    public async Task What_a_channel_gets_instead_no_partner_answers()
    {
        ChannelRule rule = new(
            ChannelRuleType.Delegate, PhytoType.Phytosanitary, PhytoStatus.Issued, "", ChannelDirection.Outgoing, "AGENCY", true);
        var senegal = await CallingSystem.SetUpAsync(Host, "SN", CallingSystem.Everything with { Rules = [rule] });
        foreach (var partner in SandboxPartner.All)
        {
            var given = await senegal.SendAsync(Host, partner.Code);
            Assert.Equal(("Delivered", "AGENCY"), (given["HUBTrackingInfo"], given["Code"]));
        }

        Host.Time.Advance(SandboxPartner.Pause);
        await Host.Get<PartnerClock>().AnswerAsync(default);

        Assert.Empty((await senegal.CallAsync(Host, Soap.Empty("GetImportEnvelopeHeaders"))).All("From"));
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<SandboxEnvelope>().CountAsync(e => e.PartnerAnswersAt != null)));
    }

    private Task<SoapAnswer> TrackAsync(string number) => _kenya.CallAsync(Host, Soap.Numbered("GetEnvelopeTrackingInfo", number));
}

public sealed class SandboxChannelsOnSqliteTests() : SandboxChannelsTests(DatabaseKind.Sqlite);

public sealed class SandboxChannelsOnPostgreSqlTests() : SandboxChannelsTests(DatabaseKind.PostgreSql);

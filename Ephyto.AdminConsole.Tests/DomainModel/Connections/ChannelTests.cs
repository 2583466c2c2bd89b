using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;

namespace Ephyto.AdminConsole.Tests.DomainModel.Connections;

/// <summary>The list of channels that the hub keeps.</summary>
public sealed class ChannelTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Person = Guid.NewGuid();
    private static readonly ChannelSettings East = new(" East ", true, false);

    [Theory]
    [InlineData("east-1_a", "EAST-1_A")]
    [InlineData(" EAST ", "EAST")]
    [InlineData("", null)]
    [InlineData("ea st", null)]
    [InlineData("été", null)]
    [InlineData("A23456789012345678901234567890123456789X", "A23456789012345678901234567890123456789X")]
    [InlineData("A23456789012345678901234567890123456789XY", null)]
    public void A_code_is_short_and_plain_and_in_capitals(string typed, string? code)
    {
        var added = Channel.Add(typed, East, Person, Now);

        if (code is null) Assert.Equal(ChannelErrors.CodeNeeded, added.Error);
        else Assert.Equal((code, "East", true, false, true), (added.Value.Code, added.Value.Name, added.Value.Receive, added.Value.Send,
            added.Value.IsOffered));
    }

    [Fact]
    public void It_has_a_name_and_a_direction()
    {
        Assert.Equal(ChannelErrors.NameNeeded, Channel.Add("EAST", East with { Name = " " }, Person, Now).Error);
        Assert.Equal(ChannelErrors.DirectionNeeded, Channel.Add("EAST", East with { Receive = false }, Person, Now).Error);
        var channel = Channel.Add("EAST", East, Person, Now).Value;
        Assert.Equal(ChannelErrors.NameNeeded, channel.Change(East with { Name = null, Send = true }, Person, Now).Error);
        Assert.Equal(("East", false), (channel.Name, channel.Send));
    }

    [Fact]
    public void A_change_tells_what_is_different()
    {
        var channel = Channel.Add("EAST", East, Person, Now).Value;
        Assert.Equal((EventFact.Words("EAST"), EventFact.YesNo(true), EventFact.YesNo(false)),
            Facts(channel) is var added ? (added["channel"], added["receive"], added["send"]) : default);

        channel.Change(new("Farther east", true, true), Person, Now.AddDays(1));

        Assert.Equal((EventFact.YesNo(true), EventFact.YesNo(false)), (Facts(channel)["send"], Facts(channel)["send.before"]));
        Assert.Equal(("Farther east", true, Now.AddDays(1)), (channel.Name, channel.Send, channel.ChangedAt));
        channel.Change(new("Farther east", false, true), Person, Now);
        Assert.Equal((EventFact.YesNo(false), EventFact.YesNo(true)), (Facts(channel)["receive"], Facts(channel)["receive.before"]));
    }

    [Fact]
    public void It_is_withdrawn_and_offered_again()
    {
        var channel = Channel.Add("EAST", East, Person, Now).Value;

        Assert.Equal(ChannelErrors.NotPossibleNow, channel.Offer(true, Person, Now).Error);
        Assert.True(channel.Offer(false, Person, Now).IsSuccess);
        Assert.False(channel.IsOffered);
        Assert.Equal(ChannelErrors.NotPossibleNow, channel.Offer(false, Person, Now).Error);
        Assert.True(channel.Offer(true, Person, Now).IsSuccess);

        Assert.Equal(["channel.added", "channel.withdrawn", "channel.offered"], channel.DomainEvents.Select(happened => happened.Code));
        Assert.All(channel.DomainEvents, happened => Assert.Equal([new(SubjectKinds.Channel, channel.Id)], happened.Subjects));
    }

    private static IReadOnlyDictionary<string, EventFact> Facts(Channel channel) => channel.DomainEvents[^1].Facts;
}

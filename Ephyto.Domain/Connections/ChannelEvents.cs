using Ephyto.Domain.Common;

namespace Ephyto.Domain.Connections;

public abstract record ChannelEvent(Guid ChannelId, string Channel, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Channel, ChannelId)];

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["channel"] = EventFact.Words(Channel) };
}

public sealed record ChannelAdded(Guid ChannelId, string Channel, bool Receive, bool Send, Actor Actor, DateTime OccurredAt)
    : ChannelEvent(ChannelId, Channel, Actor, OccurredAt)
{
    public const string Name = "channel.added";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => new Dictionary<string, EventFact>(base.Facts)
    {
        ["receive"] = EventFact.YesNo(Receive),
        ["send"] = EventFact.YesNo(Send),
    };
}

public sealed record ChannelChanged(
    Guid ChannelId, string Channel, bool ReceiveBefore, bool Receive, bool SendBefore, bool Send, Actor Actor, DateTime OccurredAt)
    : ChannelEvent(ChannelId, Channel, Actor, OccurredAt)
{
    public const string Name = "channel.changed";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => new Dictionary<string, EventFact>(base.Facts)
    {
        ["receive"] = EventFact.YesNo(Receive),
        [$"receive{Before}"] = EventFact.YesNo(ReceiveBefore),
        ["send"] = EventFact.YesNo(Send),
        [$"send{Before}"] = EventFact.YesNo(SendBefore),
    };
}

/// <summary>Rules may not name it any more.</summary>
public sealed record ChannelWithdrawn(Guid ChannelId, string Channel, Actor Actor, DateTime OccurredAt)
    : ChannelEvent(ChannelId, Channel, Actor, OccurredAt)
{
    public const string Name = "channel.withdrawn";

    public override string Code => Name;
}

/// <summary>Rules may name it again.</summary>
public sealed record ChannelOffered(Guid ChannelId, string Channel, Actor Actor, DateTime OccurredAt)
    : ChannelEvent(ChannelId, Channel, Actor, OccurredAt)
{
    public const string Name = "channel.offered";

    public override string Code => Name;
}

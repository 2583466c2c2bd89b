using Ephyto.Domain.Common;

namespace Ephyto.Domain.Connections;

public abstract record ConnectionEvent(Guid NppoId, Guid ConnectionId, string RoutingCode, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId)];

    /// <summary>Of which Hub it is, where the event says so.</summary>
    public HubEnvironment? Environment { get; init; }

    public override IReadOnlyDictionary<string, EventFact> Facts
    {
        get
        {
            Dictionary<string, EventFact> facts = new() { ["connection"] = EventFact.Words(RoutingCode) };
            if (Environment is { } environment) facts["environment"] = EventFact.Term(environment);
            return facts;
        }
    }
}

public sealed record ConnectionAdded(Guid NppoId, Guid ConnectionId, string RoutingCode, Actor Actor, DateTime OccurredAt)
    : ConnectionEvent(NppoId, ConnectionId, RoutingCode, Actor, OccurredAt)
{
    public const string Name = "connection.added";

    public override string Code => Name;
}

/// <param name="From">The settings before.</param>
/// <param name="To">The settings now.</param>
public sealed record ConnectionChanged(
    Guid NppoId, Guid ConnectionId, string RoutingCode, ConnectionSettings From, ConnectionSettings To, Actor Actor, DateTime OccurredAt)
    : ConnectionEvent(NppoId, ConnectionId, RoutingCode, Actor, OccurredAt)
{
    public const string Name = "connection.changed";

    public override string Code => Name;

    public DeliveryMode Delivery => To.Delivery;

    /// <summary>Of which Hub it was, where it is of another one now.</summary>
    public HubEnvironment? EnvironmentBefore { get; init; }

    /// <summary>What is different now. Of the address that the Hub calls only that it is: no other organization may see it.</summary>
    public override IReadOnlyDictionary<string, EventFact> Facts
    {
        get
        {
            Dictionary<string, EventFact> facts = new(base.Facts);
            if (EnvironmentBefore is { } environment) facts[$"environment{Before}"] = EventFact.Term(environment);
            Add("send", settings => EventFact.YesNo(settings.Send));
            Add("receive", settings => EventFact.YesNo(settings.Receive));
            Add("delivery", settings => EventFact.Term(settings.Delivery));
            Add("documents", DocumentsOf);
            if (From.Endpoint != To.Endpoint) facts["endpoint"] = EventFact.YesNo(true);
            if (!From.Rules.SequenceEqual(To.Rules)) (facts["rules"], facts[$"rules{Before}"]) = (NumberOf(To.Rules), NumberOf(From.Rules));
            return facts;

            void Add(string name, Func<ConnectionSettings, EventFact> valueOf)
            {
                if (valueOf(From) != valueOf(To)) (facts[name], facts[$"{name}{Before}"]) = (valueOf(To), valueOf(From));
            }
        }
    }

    // By the numbers of the Hub, which are the same in every language: 851/70, 657/40.
    private static EventFact DocumentsOf(ConnectionSettings settings) =>
        EventFact.Words(
            string.Join(", ",
                settings.Allowed.Select(document => $"{(int)document.Type}/{(int)document.Status}").Order(StringComparer.Ordinal)));

    private static EventFact NumberOf(IReadOnlyList<ChannelRule> rules) => EventFact.Number(rules.Count);
}

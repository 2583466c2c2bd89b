using System.Globalization;
using Ephyto.Domain.Common;

namespace Ephyto.Domain.Connections;

public abstract record ConnectionEvent(Guid NppoId, Guid ConnectionId, string RoutingCode, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId)];

    public override IReadOnlyDictionary<string, string?> Facts => new Dictionary<string, string?> { ["connection"] = RoutingCode };
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

    /// <summary>What is different now. Of the address that the Hub calls only that it is: no other organisation may see it.</summary>
    public override IReadOnlyDictionary<string, string?> Facts
    {
        get
        {
            Dictionary<string, string?> facts = new(base.Facts);
            Add("send", settings => settings.Send.ToString());
            Add("receive", settings => settings.Receive.ToString());
            Add("delivery", settings => settings.Delivery.ToString());
            Add("documents", DocumentsOf);
            if (From.Endpoint != To.Endpoint) facts["endpoint"] = bool.TrueString;
            if (!From.Rules.SequenceEqual(To.Rules)) (facts["rules"], facts[$"rules{Before}"]) = (NumberOf(To.Rules), NumberOf(From.Rules));
            return facts;

            void Add(string name, Func<ConnectionSettings, string> valueOf)
            {
                if (valueOf(From) != valueOf(To)) (facts[name], facts[$"{name}{Before}"]) = (valueOf(To), valueOf(From));
            }
        }
    }

    // By the numbers of the Hub, which are the same in every language: 851/70, 657/40.
    private static string DocumentsOf(ConnectionSettings settings) => string.Join(", ", settings.Allowed.Select(document => $"{(int)document.Type}/{(int)document.Status}").Order(StringComparer.Ordinal));

    private static string NumberOf(IReadOnlyList<ChannelRule> rules) => rules.Count.ToString(CultureInfo.InvariantCulture);
}

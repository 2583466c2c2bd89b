namespace Ephyto.Domain.Connections;

/// <summary>How ePhytos reach the organization.</summary>
public enum DeliveryMode
{
    /// <summary>The organization fetches them from the Hub.</summary>
    Pull,

    /// <summary>The Hub calls an address of the organization.</summary>
    Push,
}

/// <summary>The Hub's number for a kind of certificate.</summary>
public enum PhytoType
{
    Phytosanitary = 851,
    ReExport = 657,
}

/// <summary>The Hub's number for the state of a certificate.</summary>
public enum PhytoStatus
{
    Issued = 70,
    Withdrawn = 40,
}

public enum ChannelRuleType
{
    /// <summary>Somebody else gets a copy.</summary>
    Forward,

    /// <summary>Somebody else gets it instead.</summary>
    Delegate,
}

public enum ChannelDirection
{
    Outgoing,
    Incoming,
}

public sealed record AllowedDocument(PhytoType Type, PhytoStatus Status);

/// <param name="CountryCode">With whom it is exchanged; empty for everybody.</param>
/// <param name="Channel">The code of the channel that gets it.</param>
public sealed record ChannelRule(
    ChannelRuleType Rule, PhytoType Type, PhytoStatus Status, string CountryCode, ChannelDirection Direction, string Channel, bool Active);

/// <summary>
/// What the Hub has to know to exchange with an organization; all of it is visible to every other organization but the address.
/// </summary>
/// <param name="Send">Whether ePhytos come from here.</param>
/// <param name="Receive">Whether ePhytos are taken here.</param>
/// <param name="Endpoint">The https address that the Hub calls; null for who fetches.</param>
/// <param name="Allowed">Which documents are exchanged.</param>
/// <param name="Rules">What channels get, from top to bottom.</param>
public sealed record ConnectionSettings(
    bool Send, bool Receive, DeliveryMode Delivery, string? Endpoint, IReadOnlyList<AllowedDocument> Allowed,
    IReadOnlyList<ChannelRule> Rules)
{
    public static ConnectionSettings Nothing { get; } = new(false, false, DeliveryMode.Pull, null, [], []);

    /// <summary>Whether something could be exchanged by it.</summary>
    public bool IsSet => (Send || Receive) && Allowed.Count > 0;
}

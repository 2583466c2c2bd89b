using Ephyto.Domain.Common;

namespace Ephyto.Domain.Connections;

/// <summary>What the rules of a connection may name.</summary>
/// <param name="Channels">The codes of the channels that are offered.</param>
/// <param name="Codes">The codes of countries and of connections.</param>
public sealed record KnownPartners(IReadOnlySet<string> Channels, IReadOnlySet<string> Codes)
{
    /// <returns>What is wrong with the first rule that names something unknown; null where none does.</returns>
    public DomainError? Refuse(IEnumerable<ChannelRule> rules) => rules.Select(FaultOf).FirstOrDefault(fault => fault is not null);

    public DomainError? FaultOf(ChannelRule rule)
    {
        if (FreeText.Line(rule.Channel) is not { } channel) return ConnectionErrors.ChannelNeeded;
        if (Channel.CodeOf(channel) is not { } code || !Channels.Contains(code)) return ConnectionErrors.ChannelUnknown;
        return FreeText.Line(rule.CountryCode) is { } partner && !Codes.Contains(partner.ToUpperInvariant())
            ? ConnectionErrors.PartnerUnknown : null;
    }
}

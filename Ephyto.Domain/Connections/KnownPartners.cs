using Ephyto.Domain.Common;

namespace Ephyto.Domain.Connections;

/// <summary>What the rules of a connection may name.</summary>
/// <param name="Channels">The codes of the channels that are offered and take ePhytos.</param>
/// <param name="Codes">The codes of countries and of connections.</param>
public sealed record KnownPartners(IReadOnlySet<string> Channels, IReadOnlySet<string> Codes)
{
    /// <param name="rules">As they are to be.</param>
    /// <param name="before">
    /// As they are. What has not changed stays: a channel that was withdrawn since, or was typed before there was a list, keeps nobody
    /// from changing something else.
    /// </param>
    /// <returns>What is wrong with the first rule that names something unknown; null where none does.</returns>
    public DomainError? Refuse(IEnumerable<ChannelRule> rules, IReadOnlyCollection<ChannelRule> before) =>
        rules.Where(rule => !before.Contains(rule)).Select(FaultOf).FirstOrDefault(fault => fault is not null);

    public DomainError? FaultOf(ChannelRule rule)
    {
        if (FreeText.Line(rule.Channel) is not { } channel) return ConnectionErrors.ChannelNeeded;
        if (Channel.CodeOf(channel) is not { } code || !Channels.Contains(code)) return ConnectionErrors.ChannelUnknown;
        if (rule.CountryCode.Length == 0) return null;
        // A country of nothing but characters that nobody sees would mean everybody.
        return FreeText.Line(rule.CountryCode) is { } partner && Codes.Contains(partner.ToUpperInvariant())
            ? null : ConnectionErrors.PartnerUnknown;
    }
}

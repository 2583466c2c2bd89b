using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;

namespace Ephyto.AdminConsole.Features.Integration.Components;

/// <summary>A channel rule while somebody types it.</summary>
public sealed class EditedRule
{
    public ChannelRuleType Rule { get; set; }

    public PhytoType Type { get; set; } = PhytoType.Phytosanitary;

    public PhytoStatus Status { get; set; } = PhytoStatus.Issued;

    public ChannelDirection Direction { get; set; }

    public string? CountryCode { get; set; }

    public string? Channel { get; set; }

    public bool Active { get; set; } = true;

    /// <summary>Its number; 0 for one that is new.</summary>
    public int Id { get; set; }

    public static EditedRule Of(ChannelRule rule) => new()
    {
        Rule = rule.Rule,
        Type = rule.Type,
        Status = rule.Status,
        Direction = rule.Direction,
        CountryCode = rule.CountryCode,
        Channel = rule.Channel.ToUpperInvariant(),
        Active = rule.Active,
        Id = rule.Id,
    };

    // Nothing is cut off: half a code names somebody else.
    public ChannelRule ToRule() => new(
        Rule, Type, Status, FreeText.Line(CountryCode) ?? "", Direction, FreeText.Line(Channel) ?? "", Active, Id);
}

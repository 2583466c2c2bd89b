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

    public static EditedRule Of(ChannelRule rule) => new()
    {
        Rule = rule.Rule,
        Type = rule.Type,
        Status = rule.Status,
        Direction = rule.Direction,
        CountryCode = rule.CountryCode,
        Channel = rule.Channel,
        Active = rule.Active,
    };

    public ChannelRule ToRule() => new(Rule, Type, Status, Cut(CountryCode, 2).ToUpperInvariant(), Direction, Cut(Channel, 40), Active);

    private static string Cut(string? text, int most) => FreeText.Line(text, most) ?? "";
}

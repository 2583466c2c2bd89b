namespace Ephyto.Domain.Common;

/// <summary>Which Hub something belongs to. Nothing of one counts in the other.</summary>
public enum HubEnvironment
{
    /// <summary>Where systems are tried.</summary>
    Test,

    /// <summary>Where real ePhytos are exchanged.</summary>
    Production,
}

using Ephyto.Domain.Common;

namespace Ephyto.Domain.Connections;

public static class ChannelErrors
{
    public static readonly DomainError CodeNeeded =
        new("channel.code-needed", "Enter a code of at most 40 letters from A to Z, digits, hyphens and underscores.");

    public static readonly DomainError CodeTaken = new("channel.code-taken", "Another channel has this code already.");

    public static readonly DomainError NameNeeded = new("channel.name-needed", "Enter the name of the channel.");

    public static readonly DomainError DirectionNeeded =
        new("channel.direction-needed", "Choose whether the channel receives, sends, or both.");

    public static readonly DomainError NotPossibleNow = new("channel.not-possible-now",
        "This is not possible in the state the channel is in now.");
}

using Ephyto.Domain.Common;

namespace Ephyto.Domain.Connections;

/// <param name="Name">What people call it.</param>
/// <param name="Receive">Whether ePhytos go to it.</param>
/// <param name="Send">Whether ePhytos come from it.</param>
public sealed record ChannelSettings(string? Name, bool Receive, bool Send);

/// <summary>
/// A place of the Hub that rules of connections give ePhytos to, such as the system of a region. The hub keeps the list; one that is not
/// offered any more stays in it, because rules may still name it.
/// </summary>
public sealed class Channel : AggregateRoot
{
    public const int LongestCode = 40;
    public const int LongestName = 100;

    private Channel()
    {
    }

    /// <summary>In upper-case letters; it never changes, because rules name it.</summary>
    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public bool Receive { get; private set; }

    public bool Send { get; private set; }

    /// <summary>Whether rules may name it.</summary>
    public bool IsOffered { get; private set; }

    public DateTime ChangedAt { get; private set; }

    /// <param name="code">Letters, digits, hyphens and underscores.</param>
    /// <param name="settings">As typed.</param>
    /// <param name="by">An account of the hub.</param>
    /// <param name="now">UTC.</param>
    public static Result<Channel> Add(string? code, ChannelSettings settings, Guid by, DateTime now)
    {
        if (FreeText.Line(code) is not { } typed || CodeOf(typed) is not { } known) return ChannelErrors.CodeNeeded;

        var channel = new Channel { Id = Guid.CreateVersion7(), Code = known, IsOffered = true };
        if (channel.Take(settings, now) is { } refusal) return refusal;
        channel.Raise(new ChannelAdded(channel.Id, known, channel.Receive, channel.Send, Actor.User(by), now));
        return channel;
    }

    /// <returns>As it is compared with others; null where it cannot be the code of a channel.</returns>
    public static string? CodeOf(string code) =>
        code.Length is > 0 and <= LongestCode && code.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_')
            ? code.ToUpperInvariant() : null;

    public Result Change(ChannelSettings settings, Guid by, DateTime now)
    {
        var (receive, send) = (Receive, Send);
        if (Take(settings, now) is { } refusal) return refusal;
        Raise(new ChannelChanged(Id, Code, receive, Receive, send, Send, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>From now on rules may name it, or may not any more.</summary>
    public Result Offer(bool isOffered, Guid by, DateTime now)
    {
        if (IsOffered == isOffered) return ChannelErrors.NotPossibleNow;

        (IsOffered, ChangedAt) = (isOffered, now);
        if (isOffered) Raise(new ChannelOffered(Id, Code, Actor.User(by), now));
        else Raise(new ChannelWithdrawn(Id, Code, Actor.User(by), now));
        return Result.Success();
    }

    private DomainError? Take(ChannelSettings settings, DateTime now)
    {
        if (FreeText.Line(settings.Name, LongestName) is not { } name) return ChannelErrors.NameNeeded;
        if (settings is { Receive: false, Send: false }) return ChannelErrors.DirectionNeeded;
        (Name, Receive, Send, ChangedAt) = (name, settings.Receive, settings.Send, now);
        return null;
    }
}

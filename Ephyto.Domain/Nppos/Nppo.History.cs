using System.Text.Json.Serialization;
using Ephyto.Domain.Common;

namespace Ephyto.Domain.Nppos;

/// <summary>A suspension, its end, or the end of the membership, as the hub decided it.</summary>
/// <param name="From">The state before.</param>
/// <param name="To">The state it led to.</param>
/// <param name="By">The account that decided; null where no person did.</param>
/// <param name="At">UTC.</param>
/// <param name="Words">The reason given; null where none was asked for.</param>
public sealed record NppoChange(
    [property: JsonConverter(typeof(JsonStringEnumConverter<NppoStatus>))] NppoStatus From,
    [property: JsonConverter(typeof(JsonStringEnumConverter<NppoStatus>))] NppoStatus To,
    Guid? By, DateTime At, string? Words);

/// <content>What the hub decided about the membership: the reasons outlast the states they led to.</content>
public sealed partial class Nppo
{
    /// <summary>In the order in which it happened.</summary>
    public IReadOnlyList<NppoChange> Changes { get; private set; } = [];

    /// <summary>When it exchanged for real for the first time; null while it has not.</summary>
    public DateTime? WentLiveAt { get; private set; }

    /// <summary>Whether it was a member at the moment, UTC.</summary>
    public bool WasMemberAt(DateTime moment) => RegisteredAt <= moment && StateDecidedBy(moment) != NppoStatus.Closed;

    /// <summary>Whether it exchanged for real at the moment, UTC: not while it was suspended, and not after its membership ended.</summary>
    public bool WasLiveAt(DateTime moment) =>
        WentLiveAt <= moment && (StateDecidedBy(moment, since: WentLiveAt) ?? NppoStatus.Live) == NppoStatus.Live;

    private NppoStatus? StateDecidedBy(DateTime moment, DateTime? since = null) =>
        Changes.LastOrDefault(change => change.At <= moment && (since is null || change.At >= since))?.To;

    private void Keep(NppoStatus from, string? words, Actor actor, DateTime now) =>
        Changes = [.. Changes, new NppoChange(from, Status, actor.Kind == ActorKind.User ? actor.Id : null, now, words)];
}

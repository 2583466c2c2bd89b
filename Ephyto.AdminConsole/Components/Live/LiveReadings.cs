using System.Diagnostics.CodeAnalysis;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Live;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Live;

/// <summary>
/// What the boards of one page read. The answer to the browser keeps it, and the circuit that the browser starts a moment later takes
/// it over, once, unless something was told meanwhile. Only a key travels, inside the state that the framework protects.
/// </summary>
internal sealed class LiveReadings(ILiveEvents live, HandedReadings handed, AccessNews news, TimeProvider time)
{
    private Dictionary<object, (object Answer, long Mark)>? _taken;
    private bool _keeps;

    public ILiveEvents Live => live;

    public TimeProvider Time => time;

    /// <summary>Another number: the reader may see more or less than before, so what was asked is asked anew.</summary>
    public int ChangesOfRights => news.Changes;

    /// <summary>The key under which this page's readings wait for its circuit.</summary>
    [PersistentState]
    public string? Key { get; set; }

    public void Keep(object question, object answer, long mark)
    {
        if (!_keeps) (_keeps, Key) = (true, handed.Open());
        handed.Add(Key!, question, answer, mark);
    }

    /// <param name="mark">Where the feed stood before the answer was read.</param>
    public bool TryTake(object question, [NotNullWhen(true)] out object? answer, out long mark)
    {
        (answer, mark) = (null, 0);
        if (_keeps || Key is null) return false;

        _taken ??= handed.Take(Key);
        if (!_taken.Remove(question, out var found)) return false;

        (answer, mark) = found;
        return true;
    }
}

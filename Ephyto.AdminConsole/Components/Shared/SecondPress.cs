namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>
/// The second press of a double click may come when the first has done its act already. It asks for nothing new: a form that stays open
/// and is emptied by its act finds no fault with the empty field, and a button that may be pressed again does its act once.
/// </summary>
internal sealed class SecondPress
{
    /// <summary>Between the two presses of the slowest double click, and no more: who presses again after it wants it again.</summary>
    private static readonly TimeSpan DoubleClick = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Within = TimeSpan.FromSeconds(3);
    private long? _doneAt;

    /// <summary>The act has succeeded, and the field is empty.</summary>
    public void Done(TimeProvider time) => _doneAt = time.GetTimestamp();

    public bool Is(TimeProvider time, string? typed) => string.IsNullOrWhiteSpace(typed) && IsWithin(Within, time);

    /// <summary>Of a button beside which nothing is typed.</summary>
    public bool Is(TimeProvider time) => IsWithin(DoubleClick, time);

    private bool IsWithin(TimeSpan span, TimeProvider time) => _doneAt is { } doneAt && time.GetElapsedTime(doneAt) < span;
}

namespace Ephyto.AdminConsole.Components.Shared;

/// <summary>
/// For a form that stays open and is emptied by its act: the second press of a double click comes when the field is empty
/// already. It asks for nothing new, so nothing is to be found fault with.
/// </summary>
internal sealed class SecondPress
{
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(3);
    private long? _doneAt;

    /// <summary>The act has succeeded, and the field is empty.</summary>
    public void Done(TimeProvider time) => _doneAt = time.GetTimestamp();

    public bool Is(TimeProvider time, string? typed) =>
        string.IsNullOrWhiteSpace(typed) && _doneAt is { } doneAt && time.GetElapsedTime(doneAt) < Within;
}

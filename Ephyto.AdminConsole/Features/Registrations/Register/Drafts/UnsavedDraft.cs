namespace Ephyto.AdminConsole.Features.Registrations.Register.Drafts;

/// <summary>Fields of one form that are typed and not in the store yet. Guarded by the lock of <see cref="DraftStore"/>.</summary>
internal sealed class UnsavedDraft
{
    private TaskCompletionSource<bool> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Where it comes from, as <see cref="RegistrationDraft.Sender"/>.</summary>
    public string? Sender { get; init; }

    public Dictionary<string, string> Values { get; } = [];

    /// <summary>Counts the changes: a write that was overtaken by another change is followed by a next one.</summary>
    public int Changes { get; private set; }

    /// <summary>True once everything is in the store, false when the store refused; it is tried again then.</summary>
    public Task<bool> Written => _written.Task;

    public void Set(string field, string text)
    {
        Values[field] = text;
        Changes++;
    }

    public void Tell(bool written)
    {
        _written.TrySetResult(written);
        if (!written) _written = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

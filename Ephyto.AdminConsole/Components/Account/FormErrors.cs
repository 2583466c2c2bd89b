using Ephyto.AdminConsole.Components.Shared;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>The sentences of one form: each beside its field, all of them in the summary.</summary>
public sealed class FormErrors
{
    private readonly List<FieldError> _all = [];

    public IReadOnlyList<FieldError> All => _all;

    public bool Any => _all.Count > 0;

    /// <summary>The first sentence about a field, or null.</summary>
    public string? this[string field] => _all.Find(error => error.Field == field)?.Sentence;

    public void Add(string? field, string sentence) => _all.Add(new FieldError(field, sentence));

    public void AddRange(IEnumerable<FieldError> errors) => _all.AddRange(errors);
}

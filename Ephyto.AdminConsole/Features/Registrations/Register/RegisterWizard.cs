using Ephyto.AdminConsole.Features.Registrations.Register.Drafts;
using Ephyto.AdminConsole.Features.Registrations.Register.UseCases;

namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>One person's walk through the form: the answers, what is wrong with them, and whether they are kept.</summary>
internal sealed class RegisterWizard(RegisterVisit visit, RegisterForm form, RegisterRules rules, DraftStore drafts)
{
    private readonly Dictionary<RegisterField, FieldFault> _faults = [];
    private Task<bool> _saving = Task.FromResult(true);

    /// <summary>Something was typed, or a write came to its end.</summary>
    public event Action? Changed;

    public RegisterVisit Visit => visit;

    public RegisterForm Form => form;

    public required DateTime StartedAt { get; init; }

    /// <summary>What a registration for the chosen country would meet; null while none is chosen.</summary>
    public CountryProspect? Prospect { get; set; }

    public DraftState State { get; private set; } = drafts.Keeps ? DraftState.Untouched : DraftState.OnlyHere;

    public FieldFault? FaultOf(RegisterField field) => _faults.GetValueOrDefault(field);

    /// <summary>Another answer: kept at once; a sentence about the one before goes as soon as it is no longer true.</summary>
    public void Set(RegisterField field, string text)
    {
        if (form[field] == text) return;
        form[field] = text;
        if (_faults.ContainsKey(field) && rules.Check(form, field) is null) _faults.Remove(field);
        Keep(field);
    }

    /// <summary>The reader leaves the field: its text is brought into form and checked.</summary>
    public void Leave(RegisterField field)
    {
        var clean = RegisterCleaning.Clean(field, form[field]);
        if (clean != form[field])
        {
            form[field] = clean;
            Keep(field);
        }

        Note(field);
    }

    /// <summary>Checks all answers of a step.</summary>
    /// <returns>The fields with something wrong, in their order.</returns>
    public IReadOnlyList<RegisterField> Check(RegisterStep step)
    {
        foreach (var field in RegisterSteps.FieldsOf(step)) Note(field);
        if (step == RegisterStep.Organization && Prospect is { MayRegister: false })
            _faults.TryAdd(RegisterField.Country, new FieldFault("CountryTaken"));
        return [.. RegisterSteps.FieldsOf(step).Where(_faults.ContainsKey)];
    }

    /// <summary>The step asked for, or the first before it that is not complete.</summary>
    public RegisterStep Allowed(RegisterStep asked)
    {
        var incomplete = rules.FirstIncomplete(form);
        return asked <= incomplete ? asked : incomplete;
    }

    public Task<bool> SavedAsync() => _saving;

    private void Note(RegisterField field)
    {
        if (rules.Check(form, field) is { } fault) _faults[field] = fault;
        else _faults.Remove(field);
    }

    private void Keep(RegisterField field)
    {
        _saving = drafts.PutAsync(visit.DraftKey, field.ToString(), form[field], visit.RemoteAddress);
        if (State != DraftState.OnlyHere) State = DraftState.Saving;
        _ = TellWhenWrittenAsync(_saving);
        Changed?.Invoke();
    }

    private async Task TellWhenWrittenAsync(Task<bool> saving)
    {
        var saved = await saving;
        if (saving != _saving) return;
        State = saved ? DraftState.Saved : drafts.IsTriedAgain(visit.DraftKey) ? DraftState.Refused : DraftState.OnlyHere;
        Changed?.Invoke();
    }
}

internal enum DraftState
{
    /// <summary>Nothing was typed on this page.</summary>
    Untouched,
    Saving,
    Saved,

    /// <summary>The store refuses for now; it is tried again.</summary>
    Refused,

    /// <summary>There is no room for it in the store: the browser keeps it in its tab.</summary>
    OnlyHere,
}

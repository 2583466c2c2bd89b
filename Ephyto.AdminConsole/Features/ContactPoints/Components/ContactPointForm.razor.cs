using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.ContactPoints.Components;

/// <summary>Types the successor of an entry. What was typed stays, whatever happens to the entry meanwhile.</summary>
public sealed partial class ContactPointForm
{
    private static readonly TextField[] Fields =
    [
        new("Prefix", i => i.Prefix, (i, t) => i.Prefix = t, ContactPointInput.NameLength),
        new("GivenName", i => i.GivenName, (i, t) => i.GivenName = t, ContactPointInput.NameLength),
        new("FamilyName", i => i.FamilyName, (i, t) => i.FamilyName = t, ContactPointInput.NameLength) { Required = true },
        new("JobTitle", i => i.JobTitle, (i, t) => i.JobTitle = t, ContactPointInput.LineLength),
        new("Organization", i => i.Organization, (i, t) => i.Organization = t, ContactPointInput.LineLength),
        new("Address", i => i.Address, (i, t) => i.Address = t, ContactPointInput.AddressLength) { Rows = 3 },
        new("Phone", i => i.Phone, (i, t) => i.Phone = t, ContactPointInput.NameLength) { Type = "tel" },
        new("Email", i => i.Email, (i, t) => i.Email = t, EmailAddress.MaximumLength) { Type = "email", Required = true },
    ];

    private ContactPointInput _input = new();
    private List<FieldError> _errors = [];
    private Guid? _seen;
    private ContactPointInput _before = new();
    private IReadOnlyList<ChangedField> _replaced = [];
    private bool _started;
    private bool _busy;

    [Parameter, EditorRequired] public ContactPointDossier Dossier { get; set; } = default!;

    [Parameter] public EventCallback OnSaved { get; set; }

    [Parameter] public EventCallback OnCancelled { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] private EnterContactPoint Enter { get; set; } = default!;

    [Inject] private IStringLocalizer<ContactPointText> Text { get; set; } = default!;

    [Inject] private Terms Terms { get; set; } = default!;

    /// <summary>Somebody else made a new entry while this one was typed.</summary>
    private bool IsOutrun => Dossier.Current?.Id != _seen && !_busy;

    protected override void OnParametersSet()
    {
        if (_started) return;
        _started = true;
        StartAgain();
    }

    private void StartAgain()
    {
        _seen = Dossier.Current?.Id;
        (_input, _before, _errors) = (OnFile(), OnFile(), []);
    }

    private ContactPointInput OnFile() => Dossier.Current is { } entry ? ContactPointInput.Of(entry.Details) : new ContactPointInput();

    private EntryConflict Conflict => new(_before, OnFile(), _input);

    // What the new entry replaces stays in sight, to be copied.
    private void TakeNewEntry()
    {
        _replaced = Conflict.Mine;
        StartAgain();
    }

    private void Join()
    {
        if (!Conflict.MayBeJoined) return;
        var joined = Conflict.Join(OnFile());
        StartAgain();
        (_input, _replaced) = (joined, []);
    }

    private async Task SaveAsync()
    {
        if (_busy) return;
        _errors = [.. _input.Faults().Select(fault => new FieldError(fault.Field, Terms.Error(fault.Error)))];
        if (_errors.Count > 0) return;

        _busy = true;
        var saved = await Enter.HandleAsync(new(Dossier.Country.Code, _seen, _input), await Reader.ToActorAsync(), CancellationToken.None);
        _busy = false;
        if (saved.Error is { } refusal) _errors = [new FieldError(null, Terms.Error(refusal))];
        else await OnSaved.InvokeAsync();
    }

    private string? ErrorOf(string field) => _errors.FirstOrDefault(error => error.Field == field)?.Sentence;

    private string? HintOf(string field) => field switch
    {
        "FamilyName" => Text["FamilyNameHint"].Value,
        "Email" when EmailAddress.TryParse(_input.Email) is { IsFreeMail: true } => Text["FreeMailHint"].Value,
        "Email" when EmailAddress.TryParse(_input.Email) is { MixesScripts: true } => Text["MixedHint"].Value,
        "Email" => Text["EmailHint"].Value,
        _ => null,
    };

    private sealed record TextField(string Name, Func<ContactPointInput, string?> Get, Action<ContactPointInput, string?> Set, int Maximum)
    {
        public string Type { get; init; } = "text";

        public int Rows { get; init; }

        public bool Required { get; init; }
    }
}

using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.Components;

/// <summary>
/// What the Secretariat can do with an escalated registration. One act is open at a time; what was typed stays until it is done.
/// </summary>
public sealed partial class SecretariatActions
{
    private Act _act;
    private int _seen;
    private string? _words;
    private DeclineReason? _reason;
    private readonly List<PickedFile> _files = [];
    private EvidenceField? _evidence;
    private List<FieldError> _errors = [];
    private string? _done;
    private bool _busy;

    private enum Act
    {
        None,
        AskAgain,
        Confirm,
        Decline,
    }

    [Parameter, EditorRequired] public RegistrationDossier Dossier { get; set; } = default!;

    /// <summary>An act succeeded: the page looks again, and need not wait for the live feed.</summary>
    [Parameter] public EventCallback OnDone { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] private ConfirmOnEvidence Confirm { get; set; } = default!;

    [Inject] private DeclineEscalated Decline { get; set; } = default!;

    [Inject] private AskContactPointAgain AskAgain { get; set; } = default!;

    [Inject] private IStringLocalizer<RegistrationStaffText> Text { get; set; } = default!;

    [Inject] private Terms Terms { get; set; } = default!;

    private bool IsEscalated => Dossier.Registration.Status == RegistrationStatus.Escalated;

    /// <summary>Somebody else acted while this act was open.</summary>
    private bool IsOutrun => !_busy && Dossier.Registration.Version != _seen;

    private bool IsTyped => _act != Act.AskAgain && (FreeText.Clean(_words) is not null || _reason is not null || _files.Count > 0);

    private string LatestStep => Terms.Step(Dossier.Steps[^1].Step.Code, Dossier.Steps[^1].Step.Reason)
        + (Dossier.Steps[^1].Who is { } who ? $" ({Isolated.Of(who)})" : "");

    private void Open(Act act) => (_act, _seen, _errors, _done) = (act, Dossier.Registration.Version, [], null);

    private void Close()
    {
        (_act, _words, _reason, _errors) = (Act.None, null, null, []);
        _files.Clear();
    }

    private async Task DoAsync()
    {
        if (_busy) return;
        if (_act == Act.Decline && _reason is null)
        {
            _errors = [new FieldError("Reason", Terms.Error(RegistrationErrors.ReasonNeeded))];
            return;
        }

        _busy = true;
        if (_act != Act.AskAgain && _evidence is { } evidence && !await evidence.IsSettledAsync())
        {
            (_busy, _errors) = (false, [new FieldError("Files", Text["EvidenceMissing"])]);
            return;
        }

        var officer = await Reader.ToActorAsync();
        var (id, acted) = (Dossier.Registration.Id, _act);
        var outcome = await (acted switch
        {
            Act.Confirm => Confirm.HandleAsync(new(id, _seen, _words, _files), officer, CancellationToken.None),
            Act.Decline => Decline.HandleAsync(new(id, _seen, _reason!.Value, _words, _files), officer, CancellationToken.None),
            _ => AskAgain.HandleAsync(new(id, _seen), officer, CancellationToken.None),
        });
        _busy = false;
        if (outcome.Error is { } refusal)
        {
            _errors = [new FieldError(FieldOf(refusal), Terms.Error(refusal))];
            // What the colleague did is shown at once; the live feed would come a moment later.
            if (refusal == AccessErrors.ChangedMeanwhile) await OnDone.InvokeAsync();
            return;
        }

        Close();
        _done = Text[$"Done_{outcome.Value}"];
        await OnDone.InvokeAsync();
    }

    private static string? FieldOf(DomainError refusal) =>
        refusal == RegistrationErrors.WordsNeeded ? "Words" : refusal.Code.StartsWith("evidence.", StringComparison.Ordinal)
            ? "Files" : null;

    private string? ErrorOf(string field) => _errors.FirstOrDefault(error => error.Field == field)?.Sentence;
}

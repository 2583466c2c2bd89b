using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Auditing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Audit.Components;

/// <summary>Walks the chain and says what it found; the page goes on answering meanwhile.</summary>
public sealed partial class VerifyPanel : IDisposable
{
    private const int LargestHead = 4000;
    private CancellationTokenSource? _running;
    private FileInput? _file;
    private AuditProgress _progress;
    private AuditVerdict? _verdict;
    private AuditHead? _compared;
    private string _head = "";
    private bool _unreadable;
    private bool _cancelled;

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal VerifyAudit Verification { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<AuditText> Text { get; set; } = default!;

    public void Dispose() => _running?.Cancel();

    private async Task VerifyAsync()
    {
        // A head that is just being read is meant to be compared with.
        if (_file is not null) await _file.IsSettledAsync();
        var known = AuditHead.TryParse(_head);
        (_verdict, _cancelled, _progress, _unreadable) = (null, false, default, known is null && !string.IsNullOrWhiteSpace(_head));
        if (_unreadable) return;

        using var running = _running = new CancellationTokenSource();
        try
        {
            var verdict = await Verification.HandleAsync(new(known, Tell), await Reader.ToActorAsync(), running.Token);
            if (verdict.IsSuccess) (_verdict, _compared) = (verdict.Value, known);
        }
        catch (OperationCanceledException)
        {
            _cancelled = true;
        }
        finally
        {
            _running = null;
        }
    }

    private void Cancel() => _running?.Cancel();

    private void Tell(AuditProgress progress) => _ = InvokeAsync(() =>
    {
        if (_running is null) return;
        _progress = progress;
        StateHasChanged();
    });

    private async Task TakeAsync(InputFileChangeEventArgs chosen)
    {
        if (chosen.File.Size > LargestHead)
        {
            _unreadable = true;
            return;
        }

        using var reader = new StreamReader(chosen.File.OpenReadStream(LargestHead));
        (_head, _unreadable) = (await reader.ReadToEndAsync(), false);
    }
}

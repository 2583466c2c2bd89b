using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Countries;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.ContactPoints.Components;

/// <summary>What a file would do, before it does it.</summary>
public sealed partial class ImportReview
{
    private ElementReference _heading;
    private bool _ticked;
    private int _tickedFor;
    private bool _asksForTick;

    [Parameter, EditorRequired] public ReadCsv File { get; set; } = default!;

    [Parameter, EditorRequired] public ImportPreview Preview { get; set; } = default!;

    [Parameter] public UnnamedCountries Unnamed { get; set; }

    [Parameter] public EventCallback<UnnamedCountries> UnnamedChanged { get; set; }

    /// <summary>Countries whose entries changed after the preview was made.</summary>
    [Parameter] public IReadOnlyList<Country> Meanwhile { get; set; } = [];

    [Parameter] public DomainError? Refusal { get; set; }

    [Parameter] public bool Busy { get; set; }

    [Parameter] public EventCallback OnLookAgain { get; set; }

    [Parameter] public EventCallback OnApply { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    [Inject] private Terms Terms { get; set; } = default!;

    [Inject] private IStringLocalizer<ImportText> Text { get; set; } = default!;

    private bool IsFaulty => File.Csv.Faults.Count > 0;

    private int Removed => Preview.Of(DirectoryChangeKind.Removed).Count;

    private int Affirmed => Preview.Of(DirectoryChangeKind.Unchanged).Count;

    private int Changes => Preview.Rows.Count - Preview.Of(DirectoryChangeKind.Unchanged).Count;

    // A tick is for so many entries as stood beside it.
    protected override void OnParametersSet()
    {
        if (_tickedFor != Removed) _ticked = false;
        _tickedFor = Removed;
    }

    // The field that had the focus is gone: who reads by ear goes on with the preview.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _heading.LeadToAsync();
    }

    private Task ApplyAsync()
    {
        _asksForTick = Removed > 0 && !_ticked;
        return _asksForTick ? Task.CompletedTask : OnApply.InvokeAsync();
    }
}

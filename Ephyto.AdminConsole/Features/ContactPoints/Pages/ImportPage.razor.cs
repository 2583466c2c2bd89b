using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.ContactPoints.Components;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Countries;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.ContactPoints.Pages;

/// <summary>A file becomes the directory in three steps: choose, look, apply. Nothing is written before the last one.</summary>
public sealed partial class ImportPage
{
    private ImportStart? _start;
    private DomainError? _refused;
    private UnnamedCountries _unnamed;
    private ReadCsv? _file;
    private ImportPreview? _preview;
    private ImportPreview? _newer;
    private ImportOutcome? _outcome;
    private DomainError? _failure;
    private bool _busy;
    private bool _comesIntoView;
    private ElementReference _answer;

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] private ViewImport View { get; set; } = default!;

    [Inject] private PreviewImport Preview { get; set; } = default!;

    [Inject] private ApplyImport Apply { get; set; } = default!;

    [Inject] private IStringLocalizer<ImportText> Text { get; set; } = default!;

    private IReadOnlyList<Country> Meanwhile => _preview is { } shown && _newer is { } newer ? newer.ChangedSince(shown) : [];

    private protected override IReadOnlyList<LiveTopic> Topics => [LiveTopic.All(SubjectKinds.ContactPoint)];

    private protected override Reading Asks => Reading.Of(
        nameof(ImportPage),
        async (_, reader, ct) =>
            (Opened: await View.HandleAsync(reader, ct), Newer: _file is { } file
                ? await Preview.HandleAsync(new(file.Csv, _unnamed), reader, ct) : null),
        read => Show(read.Opened, read.Newer));

    // Somebody changed the directory: a preview that is being read is not exchanged under its reader's eyes.
    private void Show(Result<ImportStart> opened, Result<ImportPreview>? newer)
    {
        if (_busy) return;
        (_refused, _start) = (opened.Error ?? newer?.Error, opened.IsSuccess ? opened.Value : null);
        if (_file is not null && newer is { IsSuccess: true }) _newer = newer.Value;
    }

    private async Task TakeAsync(ReadCsv file)
    {
        (_outcome, _failure, _newer) = (null, null, null);
        _preview = await PreviewAsync(file);
        _file = file;
    }

    private async Task ChooseAsync(UnnamedCountries unnamed)
    {
        _unnamed = unnamed;
        if (_file is { } file) (_preview, _newer, _failure) = (await PreviewAsync(file), null, null);
    }

    private void ShowNewer() => (_preview, _newer, _failure) = (_newer, null, null);

    private void StartAgain() => (_file, _preview, _newer, _failure) = (null, null, null, null);

    private async Task ApplyAsync()
    {
        if (_busy || _file is not { } file || _preview is not { } seen) return;
        _busy = true;
        var applied = await Apply.HandleAsync(new(file.Csv, _unnamed, seen.Seen), await Reader.ToActorAsync(), CancellationToken.None);
        (_busy, _failure) = (false, applied.Error);
        if (applied.IsSuccess)
        {
            StartAgain();
            (_outcome, _comesIntoView) = (applied.Value, true);
        }

        await ReloadAsync();
    }

    // The button stood at the end of a long preview.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (!_comesIntoView) return;
        _comesIntoView = false;
        await _answer.LeadToAsync();
    }

    private async Task<ImportPreview?> PreviewAsync(ReadCsv file)
    {
        var made = await Preview.HandleAsync(new(file.Csv, _unnamed), await Reader.ToActorAsync(), CancellationToken.None);
        if (!made.IsSuccess) _refused = made.Error;
        return made.IsSuccess ? made.Value : null;
    }
}

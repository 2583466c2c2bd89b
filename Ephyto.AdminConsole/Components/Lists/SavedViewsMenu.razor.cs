using Ephyto.AdminConsole.Components.Lists.UseCases;
using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Lists;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Lists;

public sealed partial class SavedViewsMenu
{
    private IReadOnlyList<SavedView> _views = [];
    private bool _isRead;
    private bool _busy;
    private string? _name;
    private Guid? _renamed;
    private string? _newName;
    private string? _news;
    private Tone _tone;

    /// <summary>Which list, such as <c>registrations</c>.</summary>
    [Parameter, EditorRequired] public string List { get; set; } = "";

    /// <summary>Of its page, such as <c>hub/registrations</c>.</summary>
    [Parameter, EditorRequired] public string Path { get; set; } = "";

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] private SavedViewUse Own { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<ListText> Text { get; set; } = default!;

    [Inject] private IStringLocalizer<SharedText> Shared { get; set; } = default!;

    [Inject] private Terms.Terms Terms { get; set; } = default!;

    // Nobody but the person changes them, and this page reads its own acts.
    private protected override IReadOnlyList<LiveTopic> Topics => [];

    private protected override Reading Asks => Reading.Of(List, Own.Views.HandleAsync, Show);

    private void Show(IReadOnlyList<SavedView> read)
    {
        _views = read;
        if (_isRead) return;
        _isRead = true;

        // Only where the list was opened without asking for anything. Whoever starts over on the open list sees all of it.
        if (Navigation.Uri.Contains('?', StringComparison.Ordinal)
            || _views.FirstOrDefault(view => view.OpensFirst) is not { Query.Length: > 0 } first) return;
        Navigation.NavigateTo(ListQuery.On(Path, first.Query), replace: true);
    }

    private async Task KeepAsync()
    {
        var name = _name;
        if (await DoAsync(
            reader => Own.Keep.HandleAsync(new(List, name, ListQuery.Without(Navigation.Uri, ListNames.Page)), reader,
                CancellationToken.None), Text["Kept"])) _name = null;
    }

    private void Begin(SavedView view) => (_renamed, _newName) = (view.Id, view.Name);

    private async Task RenameAsync()
    {
        var (id, name) = (_renamed ?? Guid.Empty, _newName);
        if (await DoAsync(reader => Own.Rename.HandleAsync(new(List, id, name), reader, CancellationToken.None), Text["Renamed"]))
            _renamed = null;
    }

    private Task<bool> RemoveAsync(SavedView view) =>
        DoAsync(reader => Own.Remove.HandleAsync(new(List, view.Id), reader, CancellationToken.None), Text["Deleted"]);

    private Task<bool> OpenFirstAsync(SavedView view) => DoAsync(
        reader => Own.OpenFirst.HandleAsync(new(List, view.OpensFirst ? null : view.Id), reader, CancellationToken.None),
        Text[view.OpensFirst ? "OpensFirstNoMore" : "OpensFirstNow"]);

    private async Task<bool> DoAsync(Func<Actor, Task<Result>> act, string done)
    {
        if (_busy) return false;
        _busy = true;
        var outcome = await act(await Reader.ToActorAsync());
        _busy = false;
        (_news, _tone) = outcome.Error is { } refusal ? (Terms.Error(refusal), Tone.Warning) : (done, Tone.Success);
        await ReloadAsync();
        return outcome.IsSuccess;
    }
}

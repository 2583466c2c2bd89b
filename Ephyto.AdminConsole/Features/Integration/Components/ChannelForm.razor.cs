using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Integration.Components;

/// <summary>A channel of the Hub's list, existing or new.</summary>
public sealed partial class ChannelForm
{
    private string? _code;
    private string? _name;
    private bool _receive = true;
    private bool _send;
    private int _version;
    private bool _busy;
    private bool _goesOnFromNewer;
    private bool _leadsBack;
    private int _act;
    private DomainError? _refused;
    private ElementReference _codeField;
    private ElementReference _nameField;

    /// <summary>Null: a new one.</summary>
    [Parameter] public Channel? Channel { get; set; }

    [Parameter] public EventCallback OnSaved { get; set; }

    /// <summary>The channel is to be read again: somebody else changed it.</summary>
    [Parameter] public EventCallback OnRefused { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal AddChannel Add { get; set; } = default!;

    [Inject] internal ChangeChannel Change { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<IntegrationText> Text { get; set; } = default!;
    [Inject] internal IStringLocalizer<FieldNames> Names { get; set; } = default!;

    private bool IsOfCode => _refused == ChannelErrors.CodeNeeded || _refused == ChannelErrors.CodeTaken;

    private bool IsOfName => _refused == ChannelErrors.NameNeeded;

    private string? Fault => _refused is null ? null : Terms.Error(_refused);

    protected override void OnInitialized()
    {
        if (Channel is not { } channel) return;
        (_name, _receive, _send, _version) = (channel.Name, channel.Receive, channel.Send, channel.Version);
    }

    // Where somebody else was faster, the newer one comes to stand beside what is typed: the next press goes on from there.
    protected override void OnParametersSet()
    {
        if (!_goesOnFromNewer || Channel is not { } newer || newer.Version == _version) return;
        (_version, _goesOnFromNewer) = (newer.Version, false);
    }

    // The complaint stands at its field, and the field comes into view; the notice of what is about none leads there by itself.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_leadsBack) return;
        _leadsBack = false;
        if (IsOfCode) await _codeField.LeadToAsync();
        else if (IsOfName) await _nameField.LeadToAsync();
    }

    private string Id(string name) => $"channel-{name}-{Channel?.Code ?? "new"}";

    private async Task SaveAsync()
    {
        if (_busy) return;
        _busy = true;
        var actor = await Reader.ToActorAsync();
        var saved = Channel is { } channel
            ? await Change.HandleAsync(new(channel.Id, _version, _name, _receive, _send), actor, CancellationToken.None)
            : await Add.HandleAsync(new(_code, _name, _receive, _send), actor, CancellationToken.None);
        (_refused, _leadsBack) = (saved.Error, saved.Error is not null);
        _act++;
        if (saved.IsSuccess)
        {
            await OnSaved.InvokeAsync();
            return;
        }

        _goesOnFromNewer = saved.Error == AccessErrors.ChangedMeanwhile;
        await OnRefused.InvokeAsync();
        _busy = false;
    }
}

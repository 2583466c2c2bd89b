using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Integration.Components;

/// <summary>Another system to exchange by, or the name of the one that serves the organization.</summary>
public sealed partial class SystemForm
{
    private SeenSystem? _seen;
    private ExchangeSystem _system;
    private string? _name;
    private DateOnly? _since;
    private bool _sends = true;
    private bool _receives = true;
    private bool _busy;
    private bool _goesOnFromNewer;
    private bool _leadsBack;
    private int _act;
    private DomainError? _refused;
    private ElementReference _nameField;
    private ElementReference _sinceField;

    [Parameter, EditorRequired] public Nppo Nppo { get; set; } = default!;

    /// <summary>The connection that exchanges for the country: what is chosen is prepared beside it.</summary>
    [Parameter] public ServedThrough? Served { get; set; }

    [Parameter] public EventCallback OnSaved { get; set; }

    /// <summary>The organization is to be read again: somebody else changed it.</summary>
    [Parameter] public EventCallback OnRefused { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal ChangeSystem Change { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<IntegrationText> Text { get; set; } = default!;

    private bool IsOfName => _refused == IntegrationErrors.SystemNameNeeded;

    // A day that is missing is said with the name that is missing: both are mended at once.
    private bool IsOfSince => _refused == IntegrationErrors.SinceNeeded || (IsOfName && _since is null);

    // What is typed stays while the page refreshes by itself; a change made elsewhere meanwhile is told when it is saved.
    protected override void OnInitialized()
    {
        _seen = SeenSystem.Of(Nppo);
        _system = Nppo.Organization.System;
        _since = Served?.EndsOn;
        if (Nppo.ServedBy is not { } serving) return;
        (_name, _since, _sends, _receives) = (serving.Name, serving.Since, serving.Sends, serving.Receives);
    }

    // Where somebody else was faster, the newer one comes to stand beside what is typed: the next press goes on from there.
    protected override void OnParametersSet()
    {
        if (!_goesOnFromNewer || SeenSystem.Of(Nppo) is not { } newer || newer == _seen) return;
        (_seen, _goesOnFromNewer) = (newer, false);
    }

    // The complaint stands at its field, and the field comes into view; the notice of what is about none leads there by itself.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_leadsBack) return;
        _leadsBack = false;
        if (IsOfName) await _nameField.LeadToAsync();
        else if (IsOfSince) await _sinceField.LeadToAsync();
    }

    private async Task SaveAsync()
    {
        if (_busy) return;
        _busy = true;
        var saved = await Change.HandleAsync(
            new(Nppo.Id, _seen!, _system, _name, _since, _sends, _receives), await Reader.ToActorAsync(), CancellationToken.None);
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

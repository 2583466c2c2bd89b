using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>The registration steps. The address names the step, the draft keeps the answers: nothing hangs on the circuit.</summary>
public sealed partial class RegisterPage : IAsyncDisposable
{
    private const string Heading = "step-heading";

    // Whatever may change the prospect of a registration.
    private static readonly LiveTopic[] Watched =
    [
        LiveTopic.All(SubjectKinds.Registration), LiveTopic.All(SubjectKinds.ContactPoint), LiveTopic.All(SubjectKinds.Nppo),
        LiveTopic.All(SubjectKinds.Member),
    ];

    private readonly CancellationTokenSource _left = new();
    private RegisterWizard? _wizard;
    private RegisterStep _step;
    private RegisterStep? _shown;
    private Task<IJSObjectReference>? _module;
    private DomainError? _refusal;
    private string? _focus;
    private string? _elsewhere;
    private string _announcement = "";
    private string _trap = "";
    private bool _submitting;

    [PersistentState]
    public string? Visit { get; set; }

    [SupplyParameterFromQuery(Name = "step")]
    public string? StepName { get; set; }

    // Read here and handed on: a step that came into being by a change of the address and asked for it itself would join the
    // list of those who are told of the change while that list is being read.
    [SupplyParameterFromQuery(Name = "check")]
    public string? CheckInAddress { get; set; }

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    [Inject]
    private RegisterService Service { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IStringLocalizer<RegisterText> Text { get; set; } = default!;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    private bool IsHere =>
        Navigation.ToBaseRelativePath(Navigation.Uri).Split('?', '#')[0].Equals("register", StringComparison.OrdinalIgnoreCase);

    private string DocumentTitle => Text["DocumentTitle", (int)_step + 1, RegisterSteps.All.Count, Text["Step" + _step].Value];

    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        _left.Dispose();
        if (_module is null) return;
        try
        {
            await (await _module).DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone already.
        }
    }

    protected override async Task OnInitializedAsync()
    {
        if (HttpContext is not null) Visit = await Service.BeginAsync(HttpContext, _left.Token);
        if (Service.Read(Visit) is not { } visit)
        {
            // Reached within a circuit: only a request can read the cookie.
            _elsewhere = Navigation.Uri;
            return;
        }

        var wizard = await Service.OpenAsync(visit, _left.Token);
        if (wizard.Form[RegisterField.PreferredLanguage].Length == 0)
            wizard.Form[RegisterField.PreferredLanguage] = Languages.Current.Code;
        _wizard = wizard;
        await LookUpAsync();
        ShowStep();
    }

    protected override void OnParametersSet() => ShowStep();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            _module ??= Script.InvokeAsync<IJSObjectReference>("import", "./Features/Registrations/Register/RegisterPage.razor.js")
                .AsTask();
            var module = await _module;
            if (_focus is not { } id) return;
            _focus = null;
            await module.InvokeVoidAsync("focus", id);
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone already.
        }
    }

    // A slow answer about a country that is no longer the chosen one says nothing.
    private async Task LookUpAsync()
    {
        var country = _wizard!.Form[RegisterField.Country];
        var prospect = await Service.LookUpAsync(country, _left.Token);
        if (_wizard.Form[RegisterField.Country] == country) _wizard.Prospect = prospect;
    }

    private void ShowStep()
    {
        // The address may lead away already: what it names then is no step of this form.
        if (_wizard is null || !IsHere) return;
        var asked = RegisterSteps.Parse(StepName);
        _step = _wizard.Allowed(asked);
        if (_step != asked) Navigation.NavigateTo(RegisterSteps.AddressOf(_step), replace: true);
        if (_shown is not null && _shown != _step) (_focus, _announcement, _refusal) = (Heading, "", null);
        _shown = _step;
    }

    private void ContinueAsync()
    {
        var wrong = _wizard!.Check(_step);
        if (wrong.Count == 0)
        {
            Navigation.NavigateTo(RegisterSteps.AddressOf(_step + 1));
            return;
        }

        _announcement = wrong.Count == 1 ? Text["OneToCorrect"] : Text["SeveralToCorrect", wrong.Count];
        _focus = FormField.IdOf(wrong[0].ToString());
    }

    private async Task SubmitAsync()
    {
        if (_submitting) return;
        (_submitting, _refusal) = (true, null);
        StateHasChanged();
        // Once pressed it is carried through, whether or not the reader's line holds.
        var submitted = await Service.SubmitAsync(_wizard!, _trap, CancellationToken.None);
        if (submitted.IsSuccess)
        {
            await ForgetInBrowserAsync();
            _elsewhere = submitted.Value.Address;
            return;
        }

        (_submitting, _refusal) = (false, submitted.Error);
        await LookUpAsync();
        _focus = "refusal";
    }

    private async Task ForgetInBrowserAsync()
    {
        if (_wizard!.State != DraftState.OnlyHere || _module is null) return;
        try
        {
            await (await _module).InvokeVoidAsync("forget");
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone already.
        }
    }

    private async Task ShowSentAsync()
    {
        if (await Service.FindSentAsync(_wizard!.Visit, _left.Token) is { } address) _elsewhere = address;
    }

    private async Task ClearAsync()
    {
        await Service.ClearAsync(_wizard!, _left.Token);
        await ForgetInBrowserAsync();
        _elsewhere = RegisterSteps.AddressOf(RegisterStep.Readiness);
    }
}

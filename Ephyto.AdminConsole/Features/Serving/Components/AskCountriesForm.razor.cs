using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Serving;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Serving.Components;

/// <summary>Countries are chosen one after the other; before their contact points get a message, all of them are read once more.</summary>
public sealed partial class AskCountriesForm
{
    private readonly List<string> _chosen = [];
    private Guid _connection;
    private string _country = "";
    private DomainError? _refused;
    private bool _sure;
    private bool _busy;
    private bool _leadsBack;
    private ElementReference _countryField;

    [Parameter, EditorRequired] public ServingView View { get; set; } = default!;

    [Parameter] public EventCallback<IReadOnlyList<AskedCountry>> OnAsked { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal AskCountries Naming { get; set; } = default!;

    [Inject] internal CountryCatalogue Countries { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<ServingText> Text { get; set; } = default!;

    protected override void OnInitialized() => _connection = View.Connections[0].Id;

    // The complaint stands at its field, far above the button where many are chosen.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_leadsBack) return;
        _leadsBack = false;
        await _countryField.LeadToAsync();
    }

    private void Add()
    {
        var isNew = _country.Length > 0 && !_chosen.Contains(_country);
        _refused = isNew && _chosen.Count >= View.Askable ? ServingErrors.TooManyAsked : null;
        if (_refused is not null) return;
        if (isNew) _chosen.Add(_country);
        _country = "";
    }

    private string NameOf(ServingChoice choice)
    {
        var name = choice.Country.NameIn(Languages.Current.Code);
        return choice.Hindrance is not { } hindrance ? name
            : choice.Day is { } day ? Text[$"Choice{hindrance}On", name, day.InWords(DaysInWords.Whole)] : Text[$"Choice{hindrance}", name];
    }

    private async Task GoOnAsync()
    {
        if (_sure) await AskAsync();
        else AskFirst();
    }

    private void AskFirst()
    {
        // One that is chosen and not yet added is meant too.
        Add();
        if (_refused is null && _chosen.Count == 0) _refused = ServingErrors.CountryNeeded;
        (_sure, _leadsBack) = (_refused is null, _refused is not null);
    }

    private async Task AskAsync()
    {
        if (_busy) return;
        _busy = true;
        var asked = await Naming.HandleAsync(new(View.Nppo.Id, _connection, _chosen), await Reader.ToActorAsync(), CancellationToken.None);
        (_busy, _sure, _refused) = (false, false, asked.Error);
        if (asked.IsSuccess) await OnAsked.InvokeAsync(asked.Value);
    }
}

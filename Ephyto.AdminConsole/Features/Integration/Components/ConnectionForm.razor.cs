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

/// <summary>The settings of one connection, existing or new.</summary>
public sealed partial class ConnectionForm
{
    private static readonly AllowedDocument[] Possible =
        [.. from type in Enum.GetValues<PhytoType>().OrderDescending() from status in Enum.GetValues<PhytoStatus>().OrderDescending()
            select new AllowedDocument(type, status)];

    private readonly HashSet<AllowedDocument> _allowed = [];
    private readonly List<EditedRule> _rules = [];
    private bool _send;
    private bool _receive;
    private DeliveryMode _delivery;
    private string? _endpoint;
    private DomainError? _refused;

    // All that is to be mended at the fields, the refusal among them.
    private IReadOnlyList<DomainError> _faults = [];
    private bool _busy;
    private bool _goesOnFromNewer;
    private bool _leadsBack;
    private int _act;
    private ElementReference _endpointField;
    private ChannelRules? _channelRules;
    private readonly Dictionary<AllowedDocument, ElementReference> _boxes = [];
    private int _version;

    [Parameter, EditorRequired] public Guid NppoId { get; set; }

    /// <summary>Null: a new one.</summary>
    [Parameter] public Connection? Connection { get; set; }

    /// <summary>The environment of the console.</summary>
    [Parameter] public HubEnvironment Here { get; set; }

    /// <summary>The channels that a rule may name.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<Channel> Offered { get; set; } = [];

    [Parameter, EditorRequired] public KnownPartners Partners { get; set; } = default!;

    [Parameter] public EventCallback OnSaved { get; set; }

    /// <summary>The connection is to be read again: somebody else changed it.</summary>
    [Parameter] public EventCallback OnRefused { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] internal SaveConnection Save { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<IntegrationText> Text { get; set; } = default!;

    private DomainError? EndpointFault =>
        _delivery == DeliveryMode.Push ? _faults.FirstOrDefault(ConnectionErrors.OfEndpoint.Contains) : null;

    private DomainError? AllowedFault => _faults.FirstOrDefault(fault => fault == ConnectionErrors.NothingAllowed);

    private DomainError? RulesFault => _faults.FirstOrDefault(ConnectionErrors.OfRules.Contains);

    private bool IsOfField => (EndpointFault ?? AllowedFault ?? RulesFault) is not null;

    /// <summary>The rules as they are saved.</summary>
    private IReadOnlyList<ChannelRule> Kept => Connection?.Settings.NumberedRules() ?? [];

    // What is typed stays while the page refreshes by itself; a change made elsewhere meanwhile is told when it is saved.
    protected override void OnInitialized()
    {
        var settings = Connection?.Settings ?? ConnectionSettings.Nothing with { Send = true, Receive = true, Allowed = Possible };
        (_send, _receive, _delivery, _endpoint, _version) = (settings.Send, settings.Receive, settings.Delivery, settings.Endpoint,
            Connection?.Version ?? 0);
        _allowed.UnionWith(settings.Allowed);
        _rules.AddRange(settings.NumberedRules().Select(EditedRule.Of));
    }

    // Where somebody else was faster, the newer settings come to stand beside what is typed: the next press goes on from there.
    protected override void OnParametersSet()
    {
        if (!_goesOnFromNewer || Connection is not { } newer || newer.Version == _version) return;
        (_version, _goesOnFromNewer) = (newer.Version, false);
    }

    // The complaint stands at its field, and the field comes into view; the notice of what is about none leads there by itself.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_leadsBack) return;
        _leadsBack = false;
        if (EndpointFault is not null) await _endpointField.LeadToAsync();
        else if (AllowedFault is not null) await _boxes[Possible[0]].LeadToAsync();
        else if (RulesFault is not null && _channelRules is { } rules) await rules.LeadToFaultAsync();
    }

    private string Id(string name) => $"{name}-{Connection?.Code ?? "new"}";

    private void Toggle(AllowedDocument document, bool wanted)
    {
        if (wanted) _allowed.Add(document);
        else _allowed.Remove(document);
    }

    private async Task SaveAsync()
    {
        if (_busy) return;
        _busy = true;
        var settings = new ConnectionSettings(_send, _receive, _delivery, _endpoint, [.. Possible.Where(_allowed.Contains)],
            [.. _rules.Select(rule => rule.ToRule())]);
        var saved = await Save.HandleAsync(new(NppoId, Connection?.Id, _version, settings), await Reader.ToActorAsync(),
            CancellationToken.None);
        _refused = saved.Error;
        var faults = Save.RefusalsOf(settings);
        _faults = saved.Error is not { } refusal ? [] : faults.Contains(refusal) ? faults : [refusal];
        _act++;
        if (saved.IsSuccess)
        {
            await OnSaved.InvokeAsync();
            return;
        }

        _goesOnFromNewer = saved.Error == AccessErrors.ChangedMeanwhile;
        await OnRefused.InvokeAsync();
        (_busy, _leadsBack) = (false, true);
    }
}

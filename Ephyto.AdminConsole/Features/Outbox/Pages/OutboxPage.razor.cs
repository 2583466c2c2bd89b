using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Features.Outbox.Components;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Outbox.Pages;

/// <summary>Every e-mail and how it fares, live; officers pause and resume the sending here.</summary>
public sealed partial class OutboxPage
{
    private static readonly LiveTopic[] Watched = [LiveTopic.All(SubjectKinds.Email), LiveTopic.All(SubjectKinds.Sending)];
    private EmailList? _list;
    private DomainError? _refused;
    private BulkOutcome? _outcome;

    [SupplyParameterFromQuery(Name = "state")] private string? StateInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "kind")] private string? KindInAddress { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] private ListEmails Emails { get; set; } = default!;

    [Inject] private EmailColumns Shown { get; set; } = default!;

    [Inject] private TimeProvider Time { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<OutboxText> Text { get; set; } = default!;

    private bool IsFiltered =>
        !string.IsNullOrWhiteSpace(Search) || !string.IsNullOrEmpty(StateInAddress) || !string.IsNullOrEmpty(KindInAddress);

    private string FileAddress => ListQuery.On(OutboxCsv.Path, ListQuery.Question(Navigation.Uri));

    private protected override IReadOnlyList<LiveTopic> Topics => Watched;

    private protected override Reading Asks => Reading.Of(
        OutboxCsv.RequestOf(Search, StateInAddress, KindInAddress, Address, Time),
        Emails.HandleAsync,
        found => (_refused, _list) = (found.Error, found.IsSuccess ? found.Value : null));

    private void Apply(IReadOnlyDictionary<string, object?> filter) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(filter) { [ListNames.Page] = null }));

    private Task TellAsync(BulkOutcome outcome)
    {
        _outcome = outcome;
        return ReloadAsync();
    }
}

using Ephyto.AdminConsole.Components.Live;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Outbox.Components;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Outbox.Pages;

/// <summary>One e-mail: as its reader sees it, how it fares, what can be done.</summary>
public sealed partial class EmailPage
{
    private EmailView? _view;
    private DomainError? _refused;
    private string? _news;
    private Tone _newsTone;

    [Parameter] public Guid Id { get; set; }

    [CascadingParameter] private Task<AuthenticationState> Reader { get; set; } = default!;

    [Inject] private ViewEmail View { get; set; } = default!;

    [Inject] private Terms Terms { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IStringLocalizer<OutboxText> Text { get; set; } = default!;

    // Whether it can be sent again depends on what it is about.
    private protected override IReadOnlyList<LiveTopic> Topics => _view is { } view
        ? [new(SubjectKinds.Email, Id), LiveTopic.All(SubjectKinds.Sending), new(view.About.Kind, view.About.Id)]
        : [new(SubjectKinds.Email, Id), LiveTopic.All(SubjectKinds.Sending)];

    private protected override Reading Asks => Reading.Of(
        Id,
        View.HandleAsync,
        found => (_refused, _view) = (found.Error, found.IsSuccess ? found.Value : null));

    private Task DoneAsync(EmailOutcome outcome)
    {
        (_news, _newsTone) = outcome.Result.Error is { } refusal ? (Terms.Error(refusal), Tone.Warning) : (outcome.Done, Tone.Success);
        // Where another e-mail takes this one's place, what matters now stands there; the page stays, and so does the news.
        if (outcome.Result.IsSuccess && outcome.Result.Value != Id) Navigation.NavigateTo($"hub/outbox/{outcome.Result.Value}");
        return ReloadAsync();
    }
}

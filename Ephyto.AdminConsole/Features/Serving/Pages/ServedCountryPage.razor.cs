using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Serving.Emails;
using Ephyto.AdminConsole.Features.Serving.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Serving.Pages;

/// <summary>
/// Where the contact point, by the link in its message, confirms or declines that a connection serves the country, and ends it later:
/// plain forms that work without JavaScript. Opening the link does nothing.
/// </summary>
public sealed partial class ServedCountryPage
{
    private readonly FormErrors _errors = new();
    private ServedCountryView? _view;

    // The form that is sent stands on the page until it is answered, also where it has no place there any more.
    private string? _pressed;

    // What was pressed is done: the page says so, also where it looks as it did before.
    private bool _done;

    // Words of an act that came too late: they went nowhere, and whoever typed them is told.
    private string? _inVain;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "confirm")] private ConfirmedForm? Confirmed { get; set; }

    [SupplyParameterFromForm(FormName = "decline")] private DeclinedForm? Declined { get; set; }

    [SupplyParameterFromForm(FormName = "end")] private EndedForm? Ended { get; set; }

    [Inject] internal LinkCookies Cookies { get; set; } = default!;

    [Inject] internal ViewServedCountry View { get; set; } = default!;

    [Inject] internal ConfirmServing Confirm { get; set; } = default!;

    [Inject] internal DeclineServing Decline { get; set; } = default!;

    [Inject] internal EndServingByLink EndByLink { get; set; } = default!;

    [Inject] internal CountryCatalogue Countries { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<ServingText> Text { get; set; } = default!;

    private Guid? Link => Cookies.Recall(Http, LinkPurpose.ServedCountry);

    private string Address => LinkHandle.Address(ServingEmails.LinkPath, Link!.Value);

    protected override async Task OnInitializedAsync()
    {
        (Declined, Ended) = (Declined ?? new(), Ended ?? new());
        if (HttpMethods.IsPost(Http.Request.Method) && Http.Request.HasFormContentType) _pressed = Http.Request.Form["_handler"];
        await LoadAsync();
    }

    // Agreed is not yet done: an organization that is not live exchanges nothing.
    private static string TitleKey(ServingMatter matter) =>
        matter is { Serving.Serves: true, Nppo.Status: NppoStatus.Live } ? "LinkTitleServed"
            : matter.Serving.IsOpen ? "LinkTitleOf" : "LinkTitlePast";

    private static string NowKey(ServingMatter matter) =>
        matter is { Serving.State: ServingState.Confirmed, Nppo.Status: not NppoStatus.Live } ? "NowConfirmedLater"
            : $"Now{matter.Serving.State}";

    private static string NewLinkKey(ServingState state) => state switch
    {
        ServingState.Ending => "NewLinkEnding",
        ServingState.Confirmed => "NewLinkServed",
        _ => "NewLinkText",
    };

    private Task ConfirmAsync() => ActAsync(null,
        link => Confirm.HandleAsync(new(link, ExchangeAsRead.Read(Confirmed?.Seen), Confirmed?.Read == "true"), Http.RequestAborted),
        ServingState.Confirmed, ServingState.Ending);

    private Task DeclineAsync() => ActAsync(
        Declined!.Words, link => Decline.HandleAsync(new(link, Declined.Words), Http.RequestAborted), ServingState.Declined);

    private Task EndAsync() => ActAsync(
        Ended!.Words, link => EndByLink.HandleAsync(new(link, Ended.Seen, ServedForms.Read(Ended.Day), Ended.Words), Http.RequestAborted),
        ServingState.Ending, ServingState.Ended);

    private async Task ActAsync(string? words, Func<Guid, Task<Result<ServingState>>> act, params ServingState[] wanted)
    {
        _pressed = null;
        if (Link is not { } link || FormLanguage.IsSwitch(Http)) return;
        var done = FreeText.IsTooLong(words) ? RegistrationErrors.WordsTooLong : await act(link);
        await LoadAsync();
        _done = done.IsSuccess;
        // A second press of the same button finds the link used: the page shows the outcome, which is the answer.
        if (done.Error is { } refusal && !(refusal == LinkErrors.NotUsable && _view is { } now && wanted.Contains(now.Serving.State)
            && IsAsRead(now.Serving)))
            _errors.Add(FieldOf(refusal), Terms.Error(refusal));
        if (_errors.Any && _view is not ({ MayAnswer: true } or { MayEnd: true })) _inVain = FreeText.Clean(words);
    }

    // What was agreed to counts as answered, not what the connection did before or after.
    private bool IsAsRead(ServedCountry serving) =>
        Confirmed is null || serving.Agreed is not { } agreed || ExchangeAsRead.Read(Confirmed.Seen) == agreed;

    private string? FieldOf(DomainError refusal) =>
        ServingErrors.OfDay.Contains(refusal) ? "Ended.Day"
        : refusal == ServingErrors.NotRead ? "Confirmed.Read"
        : refusal == ServingErrors.ReasonNeeded || refusal == RegistrationErrors.WordsTooLong
        ? (_view is { MayEnd: true } ? "Ended.Words" : "Declined.Words") : null;

    private async Task LoadAsync()
    {
        var viewed = Link is { } link ? await View.HandleAsync(link, Http.RequestAborted) : null;
        _view = viewed is { IsSuccess: true } ? viewed.Value : null;
    }
}

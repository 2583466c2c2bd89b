using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Letters.Components;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Forms;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Letters;
using Ephyto.Domain.Links;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Letters.Pages;

/// <summary>Where the contact point, by the link in its message, asks for the letter: plain forms that work without JavaScript.</summary>
public sealed partial class RequestPage
{
    private readonly FormErrors _errors = new();
    private LetterRequestView? _view;

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "request")] private LetterRequestForm? Form { get; set; }

    [Inject] internal LinkCookies Cookies { get; set; } = default!;

    [Inject] internal ViewLetterRequest View { get; set; } = default!;

    [Inject] internal AskByLink Ask { get; set; } = default!;

    [Inject] internal CancelByLink Cancel { get; set; } = default!;

    [Inject] internal CountryCatalogue Countries { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal IStringLocalizer<LettersText> Text { get; set; } = default!;

    [Inject] internal IOptions<LanguageOptions> Offered { get; set; } = default!;

    private Guid? Link => Cookies.Recall(Http, LinkPurpose.LetterRequest);

    private string Address => LinkHandle.Address("letters/request", Link!.Value);

    private Language Chosen => LetterFields.Chosen(Form?.Language, Offered.Value);

    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        await LoadAsync();
    }

    private async Task AskAsync()
    {
        if (Link is not { } link || FormLanguage.IsSwitch(Http)) return;
        var asked = await Ask.HandleAsync(new(link, Chosen, Form!.Addressee), Http.RequestAborted);
        // A second press of the same button finds the link used: the page shows the outcome, which is the answer.
        if (asked.Error is { } refusal && refusal != LinkErrors.NotUsable) Say(refusal);
        await LoadAsync();
    }

    private async Task CancelAsync()
    {
        if (Link is not { } link) return;
        if (ShownForm.Of(Http)?.SubjectId != _view?.Latest?.Id)
        {
            // Another request was made since; the page shows it, and nothing is taken back.
            Say(AccessErrors.ChangedMeanwhile);
            return;
        }

        var cancelled = await Cancel.HandleAsync(link, Http.RequestAborted);
        if (cancelled.Error is { } refusal) Say(refusal);
        await LoadAsync();
    }

    private void Say(DomainError refusal) =>
        _errors.Add(LetterFields.IsOfAddressee(refusal) ? "Form.Addressee" : null, Terms.Error(refusal));

    private async Task LoadAsync()
    {
        var viewed = Link is { } link ? await View.HandleAsync(link, Http.RequestAborted) : null;
        _view = viewed is { IsSuccess: true } ? viewed.Value : null;
    }
}

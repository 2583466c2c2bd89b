using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Forms;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Pages;

/// <summary>
/// Where a form leads that was shown for something else than the browser stands for now: says for what, and offers the ways on.
/// Nothing has happened.
/// </summary>
public sealed partial class FormProblem
{
    private ShownForm? _form;
    private bool _otherPerson;
    private string? _shownPerson;
    private string? _message;

    /// <summary>The form's own word.</summary>
    [SupplyParameterFromQuery(Name = "form")] private string? Field { get; set; }

    /// <summary>The page that was shown; null where a form was sent.</summary>
    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    /// <summary>Why the session is over: one of <see cref="SessionOver.Codes"/>.</summary>
    [SupplyParameterFromQuery] private string? Done { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [Inject] internal ShownForms Forms { get; set; } = default!;

    [Inject] internal LinkChoices Choices { get; set; } = default!;

    [Inject] internal NavigationManager Navigation { get; set; } = default!;

    [Inject] internal UserManager<ConsoleUser> Users { get; set; } = default!;

    [Inject] internal IStringLocalizer<FormProblem> Text { get; set; } = default!;

    private string Key => _otherPerson ? "Person" : _form?.LinkId is not null ? "Link" : "Incomplete";

    private string AddressOfPage() => Http.User.Identity?.IsAuthenticated == true ? LocalUrl.OrHome(ReturnUrl)
        : SessionOver.SignInAddress(LocalUrl.OrHome(ReturnUrl), SessionOver.Codes.Contains(Done) ? new SessionOver(Done!) : null);

    protected override async Task OnInitializedAsync()
    {
        _form = Forms.Read(Field);
        _otherPerson = _form?.PersonId is { } shown && Http.User.ToActor() is { Kind: ActorKind.User, Id: var now } && now != shown;
        if (ReturnUrl is not null && !_otherPerson)
        {
            Navigation.NavigateTo(AddressOfPage());
            return;
        }

        if (_otherPerson) _shownPerson = (await Users.FindByIdAsync(_form!.PersonId.ToString()!))?.Email;
        if (_form?.LinkId is { } id) _message = await Choices.NameAsync(Http, id);
    }
}

using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.People.Members.Pages;

/// <summary>Where somebody asks to join an NPPO that takes part already.</summary>
public sealed partial class Join
{
    private readonly FormErrors _errors = new();
    private JoinableNppo? _nppo;
    private bool _sent;

    [Parameter] public string CountryCode { get; set; } = "";

    [CascadingParameter] private HttpContext Http { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "join")] private JoinForm? Form { get; set; }

    [Inject] internal ViewJoin View { get; set; } = default!;

    [Inject] internal AskToJoin Ask { get; set; } = default!;

    [Inject] internal Terms Terms { get; set; } = default!;

    [Inject] internal CountryCatalogue Countries { get; set; } = default!;

    [Inject] internal IOptions<LanguageOptions> Offered { get; set; } = default!;

    [Inject] internal IStringLocalizer<MembersText> Text { get; set; } = default!;

    private string CountryName => Countries.NameOf(CountryCode);

    protected override async Task OnInitializedAsync()
    {
        Form ??= new JoinForm { Language = Languages.Current.Code };
        _nppo = await View.HandleAsync(CountryCode, Http.RequestAborted);
        if (_nppo is null && Countries.Find(CountryCode) is null) Http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private async Task SubmitAsync()
    {
        _errors.AddRange(Form!.Missing(Text, Terms));
        if (EmailAddress.TryParse(Form.Email) is null)
            _errors.Add("Form.Email", Terms.Error(EmailAddress.WhyNot(Form.Email) ?? MemberErrors.InvalidEmail));
        if (FreeText.Clean(Form.Words) is null) _errors.Add("Form.Words", Text["WhyMissing"]);
        else if (FreeText.IsTooLong(Form.Words)) _errors.Add("Form.Words", Text["WhyTooLong", FreeText.MaximumWords]);
        if (!_errors.Any && EmailAddress.MixedUntold(Form.Email, Form.MixedTold) is { } mixed)
        {
            Form.MixedTold = mixed.Value;
            _errors.Add("Form.Email", Terms.Error(EmailAddressErrors.MixedScripts));
        }

        if (_errors.Any) return;

        var language = Offered.Value.Offered.FirstOrDefault(offered => offered.Code == Form.Language) ?? Languages.Current;
        var request = new AskToJoinRequest(CountryCode, Form.ToPerson(), Form.Email, language.Code, Form.Words,
            RateLimits.Sender(Http.Connection.RemoteIpAddress));
        var asked = await Ask.HandleAsync(request, Http.RequestAborted);
        if (asked.Error is { } refusal) _errors.Add(null, Terms.Error(refusal));
        else _sent = true;
    }
}

using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Components;

namespace Ephyto.AdminConsole.Components.Account.Pages.Manage;

/// <summary>The authenticator app and the recovery codes.</summary>
public sealed partial class SecondFactor
{
    private string _key = "";
    private IReadOnlyList<string>? _codes;
    private SecondFactorView? _view;

    [Inject] internal AccountSignIn Accounts { get; set; } = default!;

    [Inject] internal IdentitySecondFactor Keys { get; set; } = default!;

    [Inject] internal ViewSecondFactor View { get; set; } = default!;

    [Inject] internal TurnOnAuthenticator TurnOn { get; set; } = default!;

    [Inject] internal TurnOffAuthenticator TurnOff { get; set; } = default!;

    [Inject] internal MakeRecoveryCodes MakeCodes { get; set; } = default!;

    [Inject] internal Terms.Terms Terms { get; set; } = default!;

    [SupplyParameterFromQuery] private string? Done { get; set; }

    [SupplyParameterFromQuery] private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "turn-on")] private OnForm? On { get; set; }

    [SupplyParameterFromForm(FormName = "change")] private ChangeForm? Form { get; set; }

    private string Address => IdentityTotp.AddressOf(_key, Http.User.Identity!.Name!, Text["Issuer"]);

    private string KeyInGroups => Thumbprint.InGroups(_key);

    private string Next => ReturnUrl is null ? "account/manage/second-factor" : LocalUrl.OrHome(ReturnUrl);

    protected override async Task OnInitializedAsync()
    {
        Form ??= new ChangeForm();
        On ??= new OnForm();
        await LookAsync();
        if (_view is { AuthenticatorSince: null }) Offer();
    }

    // A key that was offered stays the same while its owner mistypes the code, reads the page again or opens it in a second tab: the app
    // has scanned the first one.
    private void Offer()
    {
        var (owner, session, cookies) = (Http.User.ToActor().Id, Http.User.SessionId(), ConsoleCookies.Of(Http));
        if (Keys.KeyOf(owner, session, On!.Offer) is null)
        {
            var kept = cookies.Read(Http, ConsoleCookies.OfferedKey);
            On.Offer = Keys.MayShowAgain(owner, session, kept) ? kept : null;
        }

        if (Keys.KeyOf(owner, session, On.Offer) is { } offered)
        {
            _key = offered;
            return;
        }

        (_key, On.Offer) = Keys.OfferKey(owner, session);
        cookies.Write(Http, ConsoleCookies.OfferedKey, On.Offer, IdentitySecondFactor.OfferLife);
    }

    private async Task LookAsync() => _view = await View.HandleAsync(Http.User.ToActor(), Aborted);

    private async Task TurnOnAsync()
    {
        var request = new TurnOnAuthenticatorRequest(On!.Offer, On.Code, Http.User.SessionId());
        await ShowCodesAsync(await TurnOn.HandleAsync(request, Http.User.ToActor(), Aborted), "On.Code");
    }

    private async Task ChangeAsync()
    {
        if (Form!.Act == "codes")
        {
            var request = new MakeRecoveryCodesRequest(Form.Proof, Http.User.SessionId());
            await ShowCodesAsync(await MakeCodes.HandleAsync(request, Http.User.ToActor(), Aborted), "Form.Proof");
        }
        else if (Form.Act == "off")
        {
            var request = new TurnOffAuthenticatorRequest(Form.Proof, Http.User.SessionId());
            var turnedOff = await TurnOff.HandleAsync(request, Http.User.ToActor(), Aborted);
            if (turnedOff.Error is { } refusal)
            {
                Errors.Add("Form.Proof", Terms.Error(refusal));
                return;
            }

            await Accounts.RefreshAsync(Http, turnedOff.Value);
            GoTo("account/manage/second-factor?done=off");
        }
    }

    private async Task ShowCodesAsync(Result<NewRecoveryCodes> made, string field)
    {
        if (made.Error is { } refusal)
        {
            Errors.Add(refusal == AccountErrors.AuthenticatorIsOn ? null : field, Terms.Error(refusal));
            await LookAsync();
            return;
        }

        _codes = made.Value.RecoveryCodes;
        ConsoleCookies.Of(Http).Delete(Http, ConsoleCookies.OfferedKey);
        Http.Response.Headers.CacheControl = HeadersOfPrivacy.KeepNothing;
        await Accounts.RefreshAsync(Http, made.Value.User);
    }

    private sealed class OnForm
    {
        public string? Offer { get; set; }

        public string? Code { get; set; }
    }

    private sealed class ChangeForm
    {
        public string? Proof { get; set; }

        public string? Act { get; set; }
    }
}

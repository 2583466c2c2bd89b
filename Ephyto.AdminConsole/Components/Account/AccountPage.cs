using System.Security.Claims;
using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Links;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>What the plain account pages share: the request, the words, the errors of their form, the way on.</summary>
public abstract class AccountPage : ComponentBase
{
    [CascadingParameter] protected HttpContext Http { get; set; } = default!;

    [Inject] internal IStringLocalizer<AccountText> Text { get; set; } = default!;

    internal FormErrors Errors { get; } = new();

    protected CancellationToken Aborted => Http.RequestAborted;

    internal Guid? RecallLink(LinkPurpose purpose) => Service<LinkCookies>().Recall(Http, purpose);

    internal void ForgetLink(LinkPurpose purpose) => Service<LinkCookies>().Forget(Http, purpose);

    internal T Service<T>()
        where T : notnull => Http.RequestServices.GetRequiredService<T>();

    internal void GoTo(string path) => Service<NavigationManager>().NavigateTo(LocalUrl.OrHome(path));

    /// <summary>Where somebody goes who has just signed in: where they came from, else the first page they have a use for.</summary>
    internal string FirstPageOf(ClaimsPrincipal user, string? returnUrl = null)
    {
        var wanted = LocalUrl.OrHome(returnUrl);
        return wanted != "/" ? wanted : Service<Navigation>().For(user).FirstOrDefault()?.Href ?? "/";
    }

    /// <summary>The password was right: in, or on to the second step.</summary>
    internal async Task EnterAsync(ConsoleUser user, string? returnUrl)
    {
        if (user.TwoFactorEnabled)
        {
            await AccountSecondStep.BeginAsync(Http, user);
            GoTo($"/account/sign-in/code{Query(returnUrl)}");
        }
        else
        {
            GoTo(FirstPageOf(await Service<AccountSignIn>().SignInAsync(Http, user), returnUrl));
        }
    }

    internal static string SignInWith(string? returnUrl) => $"/account/sign-in{Query(returnUrl)}";

    private static string Query(string? returnUrl) =>
        LocalUrl.OrHome(returnUrl) is var wanted && wanted == "/" ? "" : $"?returnUrl={Uri.EscapeDataString(wanted)}";

    internal void RequireSame(string? password, string? again)
    {
        if (!Errors.Any && password != again) Errors.Add("Form.PasswordAgain", Text["PasswordsDiffer"]);
    }
}

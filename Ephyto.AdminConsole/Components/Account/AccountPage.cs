using System.Security.Claims;
using Ephyto.AdminConsole.Components.Account.UseCases;
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

    internal void ForgetLink(Guid linkId) => Service<LinkCookies>().Forget(Http, linkId);

    internal T Service<T>()
        where T : notnull => Http.RequestServices.GetRequiredService<T>();

    /// <summary>The page of the link anew, or the one that says how the link ended.</summary>
    internal void GoToLink(LinkPurpose purpose, Guid linkId) => GoTo(LinkHandle.Address(Service<LinkRoutes>().Of(purpose).Path, linkId));

    internal void GoTo(string address) => Service<NavigationManager>().NavigateTo(address);

    /// <summary>Where somebody goes who has just signed in: where they came from, else the first page they have a use for.</summary>
    internal async Task<string> FirstPageOfAsync(ClaimsPrincipal user, string wanted = LocalUrl.Home)
    {
        if (wanted != LocalUrl.Home) return wanted;
        if (Service<Navigation>().For(user).FirstOrDefault() is { } first) return first.Href;
        // Who has lost every page reads why.
        return (await Service<ViewLostNppos>().HandleAsync(user.ToActor(), Aborted)).Count > 0 ? "nppo" : LocalUrl.Home;
    }

    /// <summary>The password was right: in, or on to the second step.</summary>
    internal async Task EnterAsync(ConsoleUser user, string wanted)
    {
        if (user.TwoFactorEnabled)
        {
            await AccountSecondStep.BeginAsync(Http, user);
            GoTo($"account/sign-in/code{Query(wanted)}");
        }
        else
        {
            GoTo(await FirstPageOfAsync(await Service<AccountSignIn>().SignInAsync(Http, user), wanted));
        }
    }

    /// <param name="wanted">Where the reader goes afterwards.</param>
    /// <param name="done">What the page tells of before: see <c>SignIn.Done</c>.</param>
    internal static string SignInWith(string wanted, string? done = null) =>
        Query(wanted) is var query && done is null ? $"account/sign-in{query}" : $"account/sign-in{(query == "" ? "?" : $"{query}&")}done={done}";

    private static string Query(string wanted) => wanted == LocalUrl.Home ? "" : $"?returnUrl={LocalUrl.Return(wanted)}";

    internal void RequireSame(string? password, string? again)
    {
        if (!Errors.Any && password != again) Errors.Add("Form.PasswordAgain", Text["PasswordsDiffer"]);
    }
}

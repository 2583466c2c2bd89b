using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>What the plain account pages share: the request, the words, the errors of their form, the way on.</summary>
public abstract class AccountPage : ComponentBase
{
    [CascadingParameter] protected HttpContext Http { get; set; } = default!;

    [Inject] internal IStringLocalizer<AccountText> Text { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    internal FormErrors Errors { get; } = new();

    protected CancellationToken Aborted => Http.RequestAborted;

    internal void GoTo(string address) => Navigation.NavigateTo(address);

    /// <param name="wanted">Where the reader goes afterwards.</param>
    /// <param name="done">What the page tells of before: see <c>SignIn.Done</c>.</param>
    internal static string SignInWith(string wanted, string? done = null) =>
        Query(wanted) is var query && done is null
            ? $"account/sign-in{query}" : $"account/sign-in{(query == "" ? "?" : $"{query}&")}done={done}";

    internal static string CodeWith(string wanted) => $"account/sign-in/code{Query(wanted)}";

    private static string Query(string wanted) => wanted == LocalUrl.Home ? "" : $"?returnUrl={LocalUrl.Return(wanted)}";

    internal void RequireSame(string? password, string? again)
    {
        if (!Errors.Any && password != again) Errors.Add("Form.PasswordAgain", Text["PasswordsDiffer"]);
    }
}

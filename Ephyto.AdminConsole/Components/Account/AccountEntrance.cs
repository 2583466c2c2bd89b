using System.Security.Claims;
using Ephyto.AdminConsole.Components.Layout;
using Ephyto.AdminConsole.Components.Nppos.UseCases;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Security;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>Lets somebody in who has proven who they are, and says where they go.</summary>
internal sealed class AccountEntrance(AccountSignIn accounts, Navigation menu, ViewLostNppos lost)
{
    /// <summary>The password was right: in, or on to the second step.</summary>
    /// <returns>The address of what comes next.</returns>
    public async Task<string> EnterAsync(HttpContext http, ConsoleUser user, string wanted)
    {
        if (!user.TwoFactorEnabled) return await SignInAsync(http, user, wanted);
        await AccountSecondStep.BeginAsync(http, user);
        return AccountPage.CodeWith(wanted);
    }

    /// <summary>Nothing is left to prove.</summary>
    /// <returns>The address of the first page.</returns>
    public async Task<string> SignInAsync(HttpContext http, ConsoleUser user, string wanted) =>
        await FirstPageOfAsync(await accounts.SignInAsync(http, user), wanted, http.RequestAborted);

    /// <summary>Where somebody goes who has just signed in: where they came from, else the first page they have a use for.</summary>
    public async Task<string> FirstPageOfAsync(ClaimsPrincipal user, string wanted, CancellationToken ct)
    {
        if (wanted != LocalUrl.Home) return wanted;
        if (menu.For(user).FirstOrDefault() is { } first) return first.Href;
        // Who has lost every page reads why.
        return (await lost.HandleAsync(user.ToActor(), ct)).Count > 0 ? "nppo" : LocalUrl.Home;
    }
}

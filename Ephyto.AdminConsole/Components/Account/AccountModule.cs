using Ephyto.AdminConsole.Components.Account.Emails;
using Ephyto.AdminConsole.Components.Account.Reactions;
using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Events;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>Accounts: signing in and out, activation by link, passwords and other means.</summary>
internal static class AccountModule
{
    /// <summary>Comes after the shell, whose provider of the signed-in person it replaces by a watchful one.</summary>
    public static IServiceCollection AddAccount(this IServiceCollection services) => services
        .AddScoped<AuthenticationStateProvider, IdentityRevalidation>()
        .AddScoped<AccountSignIn>()
        .AddScoped<AccountEntrance>()
        .AddScoped<AccountPasswords>()
        .AddSingleton<NobodysPassword>()
        .AddScoped<AccountMaker>()
        .AddSingleton<LinkNames>()
        .AddScoped<ILinkRenewal>(sp => sp.GetRequiredService<RequestPasswordReset>())
        .AddScoped<AccountProof>()
        .AddScoped<AccountSecondStep>()
        .AddScoped<AccountPasskeys>()
        .AddSingleton<AccountPasskeyTickets>()
        .AddDomainEventHandler<CredentialEvent, TellOwner>()
        .AddDomainEventHandler<EmailEvent, ForgetErasedAddress>()
        .AddSingleton<AccountEmails>()
        .AddSingleton<AccountMailer>()
        .AddEmailKinds(AccountEmails.Kinds);

    public static IEndpointRouteBuilder MapAccount(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapLink(LinkPurpose.ResetPassword, AccountEmails.ResetPath, nameOf: LinkNames.OfAccountAsync);
        endpoints.MapLink(LinkPurpose.ConfirmOldEmail, AccountEmails.OldEmailPath, nameOf: LinkNames.OfEmailChangeAsync);
        endpoints.MapLink(LinkPurpose.ConfirmNewEmail, AccountEmails.NewEmailPath, nameOf: LinkNames.OfEmailChangeAsync);
        endpoints.MapPost("/account/sign-out", async ([FromForm] string? returnUrl, HttpContext http, AccountSignIn accounts) =>
        {
            await accounts.SignOutAsync(http);
            return LocalUrl.Redirect(LocalUrl.OrHome(returnUrl));
        }).AllowAnonymous();
        endpoints.MapSession();
        endpoints.MapGet("/account/manage/data/download", async (HttpContext http, DownloadMyData use) =>
        {
            http.Response.Headers.CacheControl = "no-store";
            var made = await use.HandleAsync(http.User.ToActor(), http.RequestAborted);
            return made.IsSuccess ? Results.File(made.Value, "application/json", "my-data.json") : Results.NotFound();
        }).RequireAuthorization().AlsoWithoutBody().ExcludeFromDescription();
        endpoints.MapPasskeys();
        return endpoints;
    }
}

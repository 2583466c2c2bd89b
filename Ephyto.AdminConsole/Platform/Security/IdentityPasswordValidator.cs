using Ephyto.AdminConsole.Data.Identity;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>The rules for passwords at the one gate that every change through Identity passes.</summary>
internal sealed class IdentityPasswordValidator(IdentityPersonalWords words) : IPasswordValidator<ConsoleUser>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<ConsoleUser> manager, ConsoleUser user, string? password) =>
        IdentityPasswordRules.Refuse(password, [user.Email, user.DisplayName, .. await words.OfAsync(user.Email, CancellationToken.None)]) is { } refusal
            ? IdentityResult.Failed(new IdentityError { Code = refusal.Code, Description = refusal.Sentence })
            : IdentityResult.Success;
}

using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Field.Access;

/// <summary>The rules for passwords at the one gate that every change through Identity passes.</summary>
internal sealed class IdentityPasswordValidator(IdentityPersonalWords words) : IPasswordValidator<ConsoleUser>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<ConsoleUser> manager, ConsoleUser user, string? password) =>
        IdentityPasswordRules.Refuse(password,
            [user.Email, user.DisplayName, .. await words.OfAsync(user.Email, CancellationToken.None)]) is { } refusal
            ? IdentityResult.Failed(new IdentityError { Code = refusal.Code, Description = refusal.Sentence })
            : IdentityResult.Success;
}

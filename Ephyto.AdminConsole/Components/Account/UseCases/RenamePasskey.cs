using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <summary>The person's own word for a passkey; nothing else about it changes.</summary>
internal sealed class RenamePasskey(CredentialChange change, UserManager<ConsoleUser> users)
{
    public async Task<Result> HandleAsync(byte[] credentialId, string? wanted, Actor actor, CancellationToken ct)
    {
        if (FreeText.Line(wanted, AddPasskey.MaximumName) is not { } name) return AccountErrors.PasskeyNameMissing;
        if (await change.OwnerAsync(actor, ct) is not { } user) return AccessErrors.NotAllowed;
        if (await users.GetPasskeyAsync(user, credentialId) is not { } passkey) return AccessErrors.NotFound;
        passkey.Name = name;
        return (await users.AddOrUpdatePasskeyAsync(user, passkey)).Succeeded ? Result.Success() : AccessErrors.ChangedMeanwhile;
    }
}

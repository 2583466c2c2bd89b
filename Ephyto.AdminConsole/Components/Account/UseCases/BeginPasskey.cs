using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <param name="Name">The person's own word for it.</param>
/// <param name="Proof">The password, or a code.</param>
internal sealed record BeginPasskeyRequest(string? Name, string? Proof);

/// <param name="User">Whose passkey it will be.</param>
/// <param name="Ticket">What <see cref="AddPasskey"/> asks for.</param>
internal sealed record BegunPasskey(ConsoleUser User, string Ticket);

/// <summary>Before the device makes a passkey: who asks proves who they are.</summary>
internal sealed class BeginPasskey(CredentialChange change, AccountPasskeyTickets tickets)
{
    public async Task<Result<BegunPasskey>> HandleAsync(BeginPasskeyRequest request, Actor actor, CancellationToken ct)
    {
        if (FreeText.Line(request.Name, AddPasskey.MaximumName) is not { } name) return AccountErrors.PasskeyNameMissing;
        if (await change.OwnerAsync(actor, ct) is not { } user) return AccessErrors.NotAllowed;
        if (await change.RefuseUnprovenAsync(user, request.Proof, ct) is { } unproven) return unproven;
        return new BegunPasskey(user, tickets.Issue(user, name));
    }
}

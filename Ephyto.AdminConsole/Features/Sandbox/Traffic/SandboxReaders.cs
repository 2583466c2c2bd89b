using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Sandbox.Traffic;

/// <summary>Who reads what happens in the sandbox: an organization's people its own, the people of the hub everybody's.</summary>
internal static class SandboxReaders
{
    /// <param name="nppoId">Whose; null: everybody's.</param>
    /// <returns>The refusal, or null when it is allowed.</returns>
    public static Task<DomainError?> RefuseAsync(this ConsoleDbContext db, Guid? nppoId, Actor actor, CancellationToken ct) =>
        nppoId is { } id
            ? db.RefuseOnNppoAsync(actor, Permission.NppoView, id, ct) : db.RefuseOnHubAsync(actor, Permission.NpposView, ct);
}

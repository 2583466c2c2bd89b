using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.TestEvidence;

/// <summary>Who carries evidence from one console to the other: an administrator of the organization, or the hub.</summary>
internal static class EvidenceAccess
{
    /// <returns>The refusal, or null when it is allowed.</returns>
    /// <param name="onHub">The right of the hub that does as well.</param>
    public static async Task<DomainError?> RefuseToCarryAsync(
        this ConsoleDbContext db, Actor actor, Permission onHub, Guid nppoId, CancellationToken ct) =>
        await db.AllowsOnHubAsync(actor, onHub, ct) ? null
        : await db.RefuseOnNppoAsync(actor, Permission.EvidenceCarry, nppoId, ct);

    public static async Task<bool> MayCarryAsync(
        this ConsoleDbContext db, Actor actor, Permission onHub, Guid nppoId, CancellationToken ct) =>
        await db.AllowsOnHubAsync(actor, onHub, ct) || await db.AllowsOnNppoAsync(actor, Permission.EvidenceCarry, nppoId, ct);
}

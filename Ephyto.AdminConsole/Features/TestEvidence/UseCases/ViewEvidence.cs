using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.TestEvidence.Signing;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Connections;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.TestEvidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.TestEvidence.UseCases;

/// <param name="Here">The environment of this console.</param>
/// <param name="Proven">In Test: what a file made now would say is proven.</param>
/// <param name="Taken">In Production: what was taken in; null as long as nothing was.</param>
/// <param name="TakenBy">The name of who took it in.</param>
/// <param name="Keys">In Production: how many keys and certificates of Test are known.</param>
/// <param name="IsTrusting">In Production: whether this console trusts a test console.</param>
/// <param name="MayDownload">Whether the reader may download the file.</param>
/// <param name="MayTakeIn">Whether the reader may take a file in.</param>
/// <param name="HasOwnSystem">Whether the organization connects a system of its own.</param>
public sealed record EvidenceView(
    HubEnvironment Here, IReadOnlyList<ProvenStep> Proven, TakenEvidence? Taken, string TakenBy, int Keys, bool IsTrusting,
    bool MayDownload, bool MayTakeIn, bool HasOwnSystem)
{
    /// <summary>Whether it has left its own system: what that proved is kept, and belongs to no way that it goes now.</summary>
    public bool HasLeftOwnSystem { get; init; }

    /// <summary>Whether there is something to carry: where others run the system they prove it.</summary>
    public bool IsOfUse => !HasLeftOwnSystem && (HasOwnSystem || Proven.Count > 0 || Taken is not null);
}

/// <summary>What is carried from the test console to that of Production, as each of them sees it.</summary>
internal sealed class ViewEvidence(IDbContextFactory<ConsoleDbContext> contexts, TrustedConsole trusted, IOptions<HubOptions> hub)
{
    public async Task<Result<EvidenceView>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, nppoId, ct) is { } refusal) return refusal;

        var here = hub.Value.Here;
        var hasOwnSystem = await db.Set<Nppo>().AnyAsync(
            n => n.Id == nppoId && n.Organization.System == ExchangeSystem.NationalSystem, ct);
        var hasLeft = await db.HasLeftOwnSystemAsync(nppoId, ct);
        var mayDownload = await db.MayCarryAsync(actor, Permission.NpposView, nppoId, ct);
        if (here == HubEnvironment.Test)
        {
            return new EvidenceView(here, await db.ProvenAsync(nppoId, ct), null, "", 0, false, mayDownload, false, hasOwnSystem)
            {
                HasLeftOwnSystem = hasLeft,
            };
        }

        var taken = await db.Set<TakenEvidence>().AsNoTracking().SingleOrDefaultAsync(evidence => evidence.Id == nppoId, ct);
        var by = taken is null ? null
            : await db.Users.AsNoTracking().Where(u => u.Id == taken.TakenBy).Select(u => u.DisplayName).SingleOrDefaultAsync(ct);
        return new EvidenceView(
            here, [], taken, by ?? "–", await db.Set<TestKey>().CountAsync(key => key.NppoId == nppoId, ct), trusted.Key is not null,
            mayDownload, await db.MayCarryAsync(actor, Permission.NpposManage, nppoId, ct), hasOwnSystem)
        {
            HasLeftOwnSystem = hasLeft,
        };
    }
}

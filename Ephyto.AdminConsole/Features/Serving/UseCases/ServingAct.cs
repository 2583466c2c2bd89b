using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Serving.UseCases;

/// <summary>A served country as somebody saw it who acts on it.</summary>
/// <param name="NppoId">The serving organization.</param>
/// <param name="ServingId">Which.</param>
/// <param name="Version">As it was shown.</param>
public sealed record SeenServing(Guid NppoId, Guid ServingId, int Version)
{
    public static SeenServing Of(ServedCountry serving) => new(serving.NppoId, serving.Id, serving.Version);
}

/// <summary>What acts on a served country share.</summary>
internal sealed class ServingAct(Changes changes)
{
    /// <param name="guard">Who may.</param>
    /// <param name="act">The domain's method.</param>
    public Task<Result<Guid>> ActAsync(
        SeenServing seen, Func<ConsoleDbContext, CancellationToken, Task<DomainError?>> guard,
        Func<ConsoleDbContext, ServedCountry, DateTime, Task<Result>> act, CancellationToken ct) => changes.MakeAsync(
        new Change<ServedCountry>(seen.ServingId)
        {
            Guard = guard,
            Load = (db, cancel) => db.Set<ServedCountry>()
                .SingleOrDefaultAsync(one => one.Id == seen.ServingId && one.NppoId == seen.NppoId, cancel),
            SeenVersion = seen.Version,
        },
        async (db, serving, now) =>
        {
            serving.Concerns(await db.NppoOfCountryAsync(serving.CountryCode, ct));
            return await act(db, serving, now);
        },
        (_, serving) => serving.Id,
        ct);
}

internal static class ServingAccess
{
    /// <summary>Who takes back and ends on the side of the connection: its organization, and the hub in its place.</summary>
    public static async Task<bool> MayEndServingAsync(this ConsoleDbContext db, Actor actor, Guid nppoId, CancellationToken ct) =>
        await db.AllowsOnHubAsync(actor, Permission.NpposManage, ct)
            || await db.AllowsOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, ct);

    public static async Task<DomainError?> RefuseToEndServingAsync(this ConsoleDbContext db, Actor actor, Guid nppoId,
        CancellationToken ct) =>
        await db.AllowsOnHubAsync(actor, Permission.NpposManage, ct) ? null
        : await db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, ct);

    /// <summary>For whom somebody acts who may. Who belongs to both acts for the organization.</summary>
    public static async Task<ServingSide> SideOfAsync(this ConsoleDbContext db, Actor actor, Guid nppoId, CancellationToken ct) =>
        await db.AllowsOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, ct) ? ServingSide.ServingOrganization : ServingSide.Hub;
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Acts;
using Ephyto.AdminConsole.Field.Serving;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Ephyto.Domain.Serving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <summary>By what an organization exchanges, as somebody saw it who changes it.</summary>
public sealed record SeenSystem(ExchangeSystem System, ServingSystem? Serving)
{
    public static SeenSystem Of(Nppo nppo) => new(nppo.Organization.System, nppo.ServedBy);
}

/// <param name="Seen">What is changed.</param>
/// <param name="System">From now on.</param>
/// <param name="Name">Of the system of others, where one exchanges for the organization; as are the three after it.</param>
/// <param name="Since">Its first day.</param>
/// <param name="Sends">Whether it sends for the organization.</param>
/// <param name="Receives">Whether it receives for the organization.</param>
internal sealed record ChangeSystemRequest(
    Guid NppoId, SeenSystem Seen, ExchangeSystem System, string? Name = null, DateOnly? Since = null, bool Sends = false,
    bool Receives = false);

/// <summary>The organization takes another way to live exchange, or says through which system of others it exchanges.</summary>
internal sealed class ChangeSystem(Changes changes, IOptions<HubOptions> hub)
{
    public Task<Result<Guid>> HandleAsync(ChangeSystemRequest request, Actor actor, CancellationToken ct) => changes.MakeAsync(
        new Change<Nppo>(request.NppoId)
        {
            // No step is judged, and the hub moves nobody on, between the look and the save.
            Lock = (db, cancel) => db.LockNppoAsync(request.NppoId, cancel),
            Guard = (db, cancel) => db.RefuseOnNppoAsync(actor, Permission.NppoEdit, request.NppoId, cancel),
        },
        async (db, nppo, now) =>
        {
            if (SeenSystem.Of(nppo) != request.Seen) return AccessErrors.ChangedMeanwhile;
            var served = await db.ServedAsync(nppo, hub.Value.Here, now, ct);
            var serves = await db.Set<ServedCountry>().AnyAsync(one => one.NppoId == nppo.Id && one.OpenCountryCode != null, ct);
            return nppo.ChangeSystem(request.System, new(request.Name, request.Since, request.Sends, request.Receives), actor.Id, now,
                isServed: served is { EndsOn: null }, serves, served?.EndsOn);
        },
        (_, nppo) => nppo.Id,
        ct);
}

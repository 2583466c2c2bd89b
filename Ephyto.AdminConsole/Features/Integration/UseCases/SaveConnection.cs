using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Connections;
using Ephyto.AdminConsole.Field.HubService;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Integration.UseCases;

/// <param name="ConnectionId">Null: a new one.</param>
/// <param name="Version">Of the connection as the reader saw it.</param>
internal sealed record SaveConnectionRequest(Guid NppoId, Guid? ConnectionId, int Version, ConnectionSettings Settings);

/// <summary>Changes a connection, or adds one.</summary>
internal sealed class SaveConnection(
    IDbContextFactory<ConsoleDbContext> contexts, PartnersOf partners, IOptions<HubOptions> hub,
    IOptions<CalledNetworkOptions> called, TimeProvider time)
{
    /// <summary>All that stands against settings that were refused, so that whoever typed them mends it at once.</summary>
    public IReadOnlyList<DomainError> RefusalsOf(ConnectionSettings settings) => Connection.Refusals(settings, called.Value.Networks);

    public async Task<Result<Guid>> HandleAsync(SaveConnectionRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, request.NppoId, ct) is { } refusal) return refusal;
        await using var transaction = await db.LockNppoAsync(request.NppoId, ct);
        var before = await db.Set<Connection>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == request.ConnectionId, ct);
        var known = await partners.ReadAsync(db, ct);
        if (known.Refuse(request.Settings.Rules, before?.Settings.NumberedRules() ?? []) is { } unknown) return unknown;
        var now = time.GetUtcNow().UtcDateTime;
        var done = request.ConnectionId is { } id
            ? await ChangeAsync(db, request, id, actor, now, ct) : await AddAsync(db, request, actor, now, ct);
        if (!done.IsSuccess) return done;

        if (await db.TrySaveAsync(ct) is { } changed) return changed;
        await transaction.CommitAsync(ct);
        return done;
    }

    private async Task<Result<Guid>> ChangeAsync(ConsoleDbContext db, SaveConnectionRequest request, Guid id, Actor actor,
        DateTime now, CancellationToken ct)
    {
        if (await db.Set<Connection>().SingleOrDefaultAsync(c => c.Id == id && c.NppoId == request.NppoId, ct) is not { } connection)
            return AccessErrors.NotFound;
        if (await db.HasLeftOwnSystemAsync(request.NppoId, ct)) return IntegrationErrors.NoConnectionNeeded;
        if (connection.Version != request.Version) return AccessErrors.ChangedMeanwhile;
        return connection.Change(request.Settings, actor.Id, now, hub.Value.Here, called.Value.Networks).Error is { } impossible
            ? impossible : connection.Id;
    }

    private async Task<Result<Guid>> AddAsync(ConsoleDbContext db, SaveConnectionRequest request, Actor actor, DateTime now,
        CancellationToken ct)
    {
        var nppo = await db.Set<Nppo>().AsNoTracking().SingleAsync(n => n.Id == request.NppoId, ct);
        // Who has one from before keeps it.
        if (nppo.Organization.System != ExchangeSystem.NationalSystem) return IntegrationErrors.NoConnectionNeeded;
        var existing = await db.Set<Connection>().CountAsync(c => c.NppoId == request.NppoId, ct);
        var added = Connection.Add(
            request.NppoId, nppo.CountryCode, existing, request.Settings, actor.Id, now, hub.Value.Here, called.Value.Networks);
        if (added.Error is { } impossible) return impossible;
        db.Add(added.Value);
        return added.Value.Id;
    }
}

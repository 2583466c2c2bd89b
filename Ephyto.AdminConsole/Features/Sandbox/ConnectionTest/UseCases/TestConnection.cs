using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.ConnectionTest.UseCases;

/// <param name="ConnectionId">One of the organization.</param>
internal sealed record TestConnectionRequest(Guid NppoId, Guid ConnectionId);

/// <summary>Calls each push address of a connection as the Hub would, and says step by step what it met. Nothing is kept of it.</summary>
internal sealed class TestConnection(IDbContextFactory<ConsoleDbContext> contexts, AddressTest test, ConnectionTestQuota quota)
{
    public async Task<Result<IReadOnlyList<TestedAddress>>> HandleAsync(TestConnectionRequest request, Actor actor, CancellationToken ct)
    {
        var addresses = await AddressesAsync(request, actor, ct);
        if (addresses.Error is { } refusal) return refusal;
        if (addresses.Value.Count == 0) return ConnectionTestErrors.NothingToCall;
        using var turn = quota.Begin(request.NppoId);
        if (turn is null) return ConnectionTestErrors.TooManyTests;

        List<TestedAddress> tested = [];
        foreach (var address in addresses.Value) tested.Add(await test.RunAsync(address, ct));
        return Result<IReadOnlyList<TestedAddress>>.Success(tested);
    }

    // The store is closed again before anybody is called: that may take a minute.
    private async Task<Result<IReadOnlyList<string>>> AddressesAsync(TestConnectionRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, request.NppoId, ct) is { } refusal) return refusal;
        var connection = await db.Set<Connection>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == request.ConnectionId && one.NppoId == request.NppoId, ct);
        return connection is null ? AccessErrors.NotFound : Result<IReadOnlyList<string>>.Success(PushAddresses.Of(connection));
    }
}

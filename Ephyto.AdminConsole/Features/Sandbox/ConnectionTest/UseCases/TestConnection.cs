using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Connections;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.ConnectionTest.UseCases;

/// <param name="ConnectionId">One of the organization.</param>
internal sealed record TestConnectionRequest(Guid NppoId, Guid ConnectionId);

/// <summary>
/// Calls the push address of a connection as the Hub would, and says step by step what it met. Nothing is kept of it. An organization
/// tests once at a time and so many times in an hour, so that nobody looks around in the network of somebody else by means of this console.
/// </summary>
internal sealed class TestConnection(
    IDbContextFactory<ConsoleDbContext> contexts, AddressTest test, Allowances allowances, IOptions<SandboxOptions> sandbox,
    IOptions<OutgoingOptions> outgoing)
{
    private Allowance PerHour =>
        new("connection-tests", outgoing.Value.TestsPerHour, TimeSpan.FromHours(1) / outgoing.Value.TestsPerHour);

    // Given back when the test ends; where its process dies, when none can run any more.
    private Allowance AtOnce => new("connection-test", 1, TimeSpan.FromSeconds(2 * outgoing.Value.CallSeconds));

    public async Task<Result<TestedAddress>> HandleAsync(TestConnectionRequest request, Actor actor, CancellationToken ct)
    {
        var address = await AddressAsync(request, actor, ct);
        if (address.Error is { } refusal) return refusal;
        var whose = $"{request.NppoId}";
        if (!await allowances.TakeAsync(AtOnce, whose, ct)) return ConnectionTestErrors.Running;
        try
        {
            return await allowances.TakeAsync(PerHour, whose, ct)
                ? await test.RunAsync(address.Value, ct) : ConnectionTestErrors.TooManyTests;
        }
        finally
        {
            await allowances.RestoreAsync(AtOnce, whose, CancellationToken.None);
        }
    }

    // The store is closed again before anybody is called: that may take a minute.
    private async Task<Result<string>> AddressAsync(TestConnectionRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, request.NppoId, ct) is { } refusal) return refusal;
        if (!sandbox.Value.IsOn) return SandboxErrors.Off;
        var connection = await db.Set<Connection>().AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == request.ConnectionId && one.NppoId == request.NppoId, ct);
        if (connection is null) return AccessErrors.NotFound;
        if (await db.HasLeftOwnSystemAsync(request.NppoId, ct)) return IntegrationErrors.NoConnectionNeeded;
        return PushAddress.Of(connection) is { } address ? Result<string>.Success(address) : ConnectionTestErrors.NothingToCall;
    }
}

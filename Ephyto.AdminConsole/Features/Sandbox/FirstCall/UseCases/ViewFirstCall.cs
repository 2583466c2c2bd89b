using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Connections;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Sandbox.FirstCall.UseCases;

/// <param name="CountryCode">Of the organization.</param>
/// <param name="Connections">The codes of those that are set, the first one first; none while they rest.</param>
/// <param name="Receiving">Those of them that receive.</param>
/// <param name="Pushed">Where the Hub calls.</param>
/// <param name="Firsts">What the organization has done in the sandbox, with when it did it for the first time; without what the hub
/// sent back.</param>
/// <param name="Server">By which systems know the sandbox; null as long as it has not begun to answer.</param>
/// <param name="MayChange">Whether the reader may let something happen.</param>
public sealed record FirstCallView(
    Guid NppoId, string CountryCode, IReadOnlyList<string> Connections, IReadOnlyList<string> Receiving,
    IReadOnlyList<PushedConnection> Pushed, ClientCertificates Certificates, IReadOnlyList<SandboxMilestone> Firsts,
    ServerFacts? Server, bool MayChange);

/// <summary>An address that the Hub calls.</summary>
public sealed record PushedConnection(Guid ConnectionId, string Code, string Address);

/// <summary>By what systems know the sandbox.</summary>
public sealed record ServerFacts(DateTime ValidUntil);

/// <summary>How far an organization is with certificates for calling the Hub.</summary>
public enum ClientCertificates
{
    None,
    Uploaded,
    InUse,
}

/// <summary>What an organization needs to call the sandbox, and what of it is there.</summary>
internal sealed class ViewFirstCall(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<FirstCallView>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.NppoView, nppoId, ct) is { } refusal) return refusal;
        if (await db.Set<Nppo>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == nppoId, ct) is not { } nppo) return AccessErrors.NotFound;

        var connections = await db.WorkingConnectionsAsync(nppo, ct);
        var states = await db.Set<DigitalCertificate>()
            .Where(c => c.NppoId == nppoId && c.Usage == CertificateUsage.ClientAuthentication).Select(c => c.Status).ToListAsync(ct);
        var firsts = await db.CountingMilestonesAsync(nppoId, ct);
        var server = await db.Set<SandboxIdentity>().Where(i => i.Name == SandboxIdentity.Server)
            .Select(i => new ServerFacts(i.ValidUntil)).SingleOrDefaultAsync(ct);
        return new FirstCallView(
            nppoId, nppo.CountryCode, [.. connections.Where(c => c.Settings.IsSet).Select(c => c.Code)],
            [.. connections.Where(c => c.Settings is { IsSet: true, Receive: true }).Select(c => c.Code)],
            [.. connections.Select(c => PushAddress.Of(c) is { } address ? new PushedConnection(c.Id, c.Code, address) : null)
                .OfType<PushedConnection>()],
            StateOf(states), firsts, server, await db.AllowsOnNppoAsync(actor, Permission.IntegrationEdit, nppoId, ct));
    }

    private static ClientCertificates StateOf(List<CertificateStatus> states) =>
        states.Exists(state => state is CertificateStatus.Active or CertificateStatus.Expiring) ? ClientCertificates.InUse
        : states.Contains(CertificateStatus.Uploaded) ? ClientCertificates.Uploaded : ClientCertificates.None;
}

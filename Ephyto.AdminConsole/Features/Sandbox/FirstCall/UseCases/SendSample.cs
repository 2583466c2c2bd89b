using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Features.Sandbox.Partners;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Sandbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Sandbox.FirstCall.UseCases;

/// <param name="Connection">The code of the connection that is to get it.</param>
internal sealed record SendSampleRequest(Guid NppoId, string Connection);

/// <summary>Lets a partner of the sandbox send a fresh sample of a certificate. Gives its number.</summary>
internal sealed class SendSample(
    IDbContextFactory<ConsoleDbContext> contexts, PartnerAnswers partners, SandboxNews news, IOptions<SandboxOptions> options,
    TimeProvider time)
{
    private static readonly SandboxPartner Sender =
        SandboxPartner.All.First(partner => partner.Behavior == PartnerBehavior.SendsCertificate);

    public async Task<Result<string>> HandleAsync(SendSampleRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, request.NppoId, ct) is { } refusal) return refusal;
        if (!options.Value.IsOn) return AccessErrors.NotFound;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var connection = await db.Set<Connection>().AsNoTracking()
            .SingleOrDefaultAsync(c => c.NppoId == request.NppoId && c.Code == request.Connection, ct);
        if (connection is not { Settings.Receive: true }) return SandboxErrors.DoesNotReceive;
        var kept = await db.Set<SandboxEnvelope>().CountAsync(e => e.ToNppoId == request.NppoId || e.FromNppoId == request.NppoId, ct);
        if (kept >= options.Value.EnvelopesKept) return SandboxErrors.Full;

        var sent = partners.Send(db, Sender.Code, connection.Code, request.NppoId, time.GetUtcNow().UtcDateTime);
        await news.CommitAsync(db, transaction, [request.NppoId], [], ct);
        return sent.CertificateNumber;
    }
}

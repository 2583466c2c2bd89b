using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.Sandbox.Calls;
using Ephyto.AdminConsole.Features.Sandbox.Partners;
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

namespace Ephyto.AdminConsole.Features.Sandbox.UseCases;

/// <param name="Code">Of one of the organization's connections, which fetches it.</param>
internal sealed record AskForSampleRequest(Guid NppoId, string Code);

/// <summary>Lets a partner of the sandbox send a fresh sample of a certificate, so that who receives needs nobody who sends.</summary>
internal sealed class AskForSample(
    IDbContextFactory<ConsoleDbContext> contexts, SandboxNews news, Allowances allowances,
    IOptions<SandboxOptions> options, TimeProvider time)
{
    /// <returns>The number of the envelope that waits.</returns>
    public async Task<Result<string>> HandleAsync(AskForSampleRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, request.NppoId, ct) is { } refusal) return refusal;
        if (!options.Value.IsOn) return SandboxErrors.Off;
        if (!await db.Set<Connection>().AnyAsync(c => c.NppoId == request.NppoId && c.Code == request.Code, ct))
            return AccessErrors.NotFound;
        if (await db.HasLeftOwnSystemAsync(request.NppoId, ct)) return IntegrationErrors.NoConnectionNeeded;
        if (!await allowances.TakeAsync(db, new("sandbox-samples", 10, TimeSpan.FromMinutes(1)), $"{request.NppoId}", ct))
            return SandboxErrors.TooOften;

        var sender = SandboxPartner.All.First(partner => partner.Behavior == PartnerBehavior.SendsCertificate);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sent = PartnerAnswers.Send(db, sender.Code, request.Code, request.NppoId, time.GetUtcNow().UtcDateTime);
        await news.CommitAsync(db, transaction, [request.NppoId], [], ct);
        return sent.TrackingNumber;
    }
}

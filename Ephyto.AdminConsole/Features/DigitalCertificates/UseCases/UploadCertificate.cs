using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.DigitalCertificates.Inspection;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Field.Certificates;
using Ephyto.AdminConsole.Field.Connections;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Integration;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;

/// <param name="Description">Which system uses it.</param>
/// <param name="Content">The whole file.</param>
/// <param name="ConnectionId">Whose system uses it; null where there is one at most.</param>
internal sealed record UploadCertificateRequest(
    Guid NppoId, string? Description, CertificateUsage Usage, byte[] Content, Guid? ConnectionId = null);

/// <summary>A certificate, alone or with its chain. It is not in use yet. One that is there already may get its chain.</summary>
internal sealed class UploadCertificate(
    IDbContextFactory<ConsoleDbContext> contexts, IOptions<CertificatesOptions> options, IOptions<HubOptions> hub, BurnSentKeys burner,
    TimeProvider time)
{
    public async Task<Result<Guid>> HandleAsync(UploadCertificateRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, request.NppoId, ct) is { } refusal) return refusal;
        var inspected = CertificateInspector.Inspect(request.Content);
        if (inspected.Error is { } unfit)
            return unfit == CertificateErrors.PrivateKey ? await burner.BurnAsync(request.NppoId, request.Content, ct) : unfit;
        // Nobody sets the first connection between the look for one and the save.
        await using var turn = await db.LockNppoAsync(request.NppoId, ct);
        var now = time.GetUtcNow().UtcDateTime;
        var (facts, pem) = inspected.Value;
        if ((await db.UsedInOtherAsync(request.NppoId, hub.Value.Here, [facts], ct)).HoldsAnyOf(facts))
            return CertificateErrors.OfOtherEnvironment;
        if ((await db.BurntAsync([facts.PublicKeyHash], ct)).Count > 0) return CertificateErrors.BurntKey;
        // One that was replaced may come back; one that is open, or was revoked, is known as what it is.
        var same = await db.Set<DigitalCertificate>()
            .Where(c => c.NppoId == request.NppoId && c.Usage == request.Usage && c.Facts.Thumbprint == facts.Thumbprint).ToListAsync(ct);
        if (same.Exists(c => c.Status == CertificateStatus.Revoked)) return CertificateErrors.Present;
        if (same.Find(c => c.IsOpen) is { } known)
            return known.AddChain(facts, pem, actor.Id, now).Error is { } nothingNew ? nothingNew : await KeepAsync(db, turn, known, ct);
        var waiting = await db.Set<DigitalCertificate>()
            .CountAsync(c => c.NppoId == request.NppoId && c.Status == CertificateStatus.Uploaded, ct);
        if (waiting >= options.Value.WaitingUploads) return CertificateErrors.TooManyWaiting;
        var connections = await db.Set<Connection>().AsNoTracking().Where(c => c.NppoId == request.NppoId).ToListAsync(ct);
        if (await db.HasLeftOwnSystemAsync(request.NppoId, ct)) return IntegrationErrors.NoConnectionNeeded;
        if (connections.Count == 0 && !await db.Set<Nppo>()
            .AnyAsync(n => n.Id == request.NppoId && n.Organization.System == ExchangeSystem.NationalSystem, ct))
            return IntegrationErrors.NoConnectionNeeded;
        var connection = request.ConnectionId is { } chosen ? connections.Find(c => c.Id == chosen) : connections.FirstOrDefault();
        if (request.ConnectionId is null ? connections.Count > 1 : connection is null) return CertificateErrors.ConnectionNeeded;
        var uploaded = DigitalCertificate.Upload(request.NppoId, request.Description, request.Usage, facts, pem, actor.Id,
            now, connection?.Ref, hub.Value.Here);
        if (uploaded.Error is { } incomplete) return incomplete;
        db.Add(uploaded.Value);
        return await KeepAsync(db, turn, uploaded.Value, ct);
    }

    private static async Task<Result<Guid>> KeepAsync(ConsoleDbContext db, IDbContextTransaction turn, DigitalCertificate certificate,
        CancellationToken ct)
    {
        if (await db.TrySaveAsync(ct) is { } changed) return changed;
        await turn.CommitAsync(ct);
        return certificate.Id;
    }
}

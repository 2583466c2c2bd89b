using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.DigitalCertificates.Inspection;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;

/// <param name="Description">Which system uses it.</param>
/// <param name="FileName">As the browser gave it.</param>
/// <param name="Content">The whole file.</param>
internal sealed record UploadCertificateRequest(Guid NppoId, string? Description, CertificateUsage Usage, string? FileName, byte[] Content);

/// <summary>A certificate, alone or with its chain. It is not in use yet.</summary>
internal sealed class UploadCertificate(IDbContextFactory<ConsoleDbContext> contexts, IOptions<CertificatesOptions> options, TimeProvider time)
{
    public async Task<Result<Guid>> HandleAsync(UploadCertificateRequest request, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnNppoAsync(actor, Permission.IntegrationEdit, request.NppoId, ct) is { } refusal) return refusal;
        var inspected = CertificateInspector.Inspect(request.FileName, request.Content);
        if (inspected.Error is { } unfit) return unfit;
        var waiting = await db.Set<DigitalCertificate>().CountAsync(c => c.NppoId == request.NppoId && c.Status == CertificateStatus.Uploaded, ct);
        if (waiting >= options.Value.WaitingUploads) return CertificateErrors.TooManyWaiting;

        var (facts, pem) = inspected.Value;
        var uploaded = DigitalCertificate.Upload(request.NppoId, request.Description, request.Usage, facts, pem, actor.Id, time.GetUtcNow().UtcDateTime);
        if (uploaded.Error is { } incomplete) return incomplete;
        db.Add(uploaded.Value);
        return await db.TrySaveAsync(ct) is { } changed ? changed : uploaded.Value.Id;
    }
}

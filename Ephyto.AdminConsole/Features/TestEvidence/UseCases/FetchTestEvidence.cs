using System.Text;
using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.TestEvidence.Signing;
using Ephyto.AdminConsole.Platform;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.DigitalCertificates;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.TestEvidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.TestEvidence.UseCases;

/// <param name="Name">Of the file, without anything that means something to a shell or a header.</param>
internal sealed record EvidenceDownload(string Name, byte[] Bytes);

/// <summary>
/// The file of evidence of an organization: a test console makes and signs it anew at each time; a console of Production gives the one
/// that it took in, to the character.
/// </summary>
internal sealed class FetchTestEvidence(
    IDbContextFactory<ConsoleDbContext> contexts, EvidenceKeys keys, IOptions<HubOptions> hub, TimeProvider time)
{
    public async Task<Result<EvidenceDownload>> HandleAsync(Guid nppoId, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseToCarryAsync(actor, Permission.NpposView, nppoId, ct) is { } refusal) return refusal;
        if (await db.Set<Nppo>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == nppoId, ct) is not { } nppo) return AccessErrors.NotFound;

        if (hub.Value.IsProduction)
        {
            return await db.Set<TakenEvidence>().AsNoTracking().SingleOrDefaultAsync(evidence => evidence.Id == nppoId, ct) is { } taken
                ? new EvidenceDownload(NameOf(nppo, taken.MadeAt), Encoding.UTF8.GetBytes(taken.SignedText)) : AccessErrors.NotFound;
        }

        var now = StatementFile.InSeconds(time.GetUtcNow().UtcDateTime);
        var statement = new TestStatement(
            hub.Value.PublicAddress!, HubEnvironment.Test, nppo.CountryCode, nppo.Organization.Name, now, await db.ProvenAsync(nppoId, ct),
            await db.Set<Connection>().AsNoTracking().Where(c => c.NppoId == nppoId).OrderBy(c => c.Code).Select(c => c.Code)
                .ToListAsync(ct),
            await CertificatesAsync(db, nppoId, ct));
        return new EvidenceDownload(NameOf(nppo, now), await keys.SignAsync(StatementFile.Write(statement), ct));
    }

    /// <summary>All that were ever uploaded, whatever became of them.</summary>
    private static async Task<IReadOnlyList<TestCertificate>> CertificatesAsync(ConsoleDbContext db, Guid nppoId, CancellationToken ct) =>
        [.. (await db.Set<DigitalCertificate>().AsNoTracking()
            .Where(c => c.NppoId == nppoId && (c.Environment == null || c.Environment == HubEnvironment.Test))
            .OrderBy(c => c.UploadedAt).ThenBy(c => c.Id)
            .Select(c => new TestCertificate(c.ConnectionCode, c.Facts.PublicKeyHash, c.Facts.Thumbprint)).ToListAsync(ct))
        .Distinct()];

    private static string NameOf(Nppo nppo, DateTime made) =>
        $"ephyto-evidence-{nppo.CountryCode.ToLowerInvariant()}-{made:yyyy-MM-dd}.json";
}

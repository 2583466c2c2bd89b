using Ephyto.AdminConsole.Data;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.DigitalCertificates.UseCases;

/// <summary>
/// Does what is due: certificates begin to expire, their end is announced and comes. Two nodes may run it at once; of each
/// step only one is saved, with its e-mails.
/// </summary>
internal sealed class AdvanceCertificates(
    IDbContextFactory<ConsoleDbContext> contexts, TimeProvider time, ILogger<AdvanceCertificates> logger)
{
    private const int Batch = 200;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <returns>How many certificates moved on.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var moved = 0;
        foreach (var id in await DueAsync(ct))
        {
            if (await AdvanceAsync(id, ct)) moved++;
        }

        return moved;
    }

    private async Task<List<Guid>> DueAsync(CancellationToken ct)
    {
        var now = Now;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<DigitalCertificate>().Where(c => c.DueAt <= now).OrderBy(c => c.DueAt).Take(Batch).Select(c => c.Id)
            .ToListAsync(ct);
    }

    private async Task<bool> AdvanceAsync(Guid id, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var certificate = await db.Set<DigitalCertificate>().SingleAsync(c => c.Id == id, ct);
        if (!certificate.Advance(Now)) return false;
        if (await db.TrySaveAsync(ct) is null) return true;

        logger.LogDebug("Certificate {Id} was moved on elsewhere at the same time", id);
        return false;
    }
}

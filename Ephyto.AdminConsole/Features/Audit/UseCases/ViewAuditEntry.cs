using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Audit.UseCases;

/// <param name="About">Everything the entry is found by.</param>
/// <param name="Last">The number of the last entry there is.</param>
public sealed record AuditEntryView(AuditLine Line, IReadOnlyList<AuditThing> About, long Last);

/// <summary>One entry as the chain holds it.</summary>
internal sealed class ViewAuditEntry(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<Result<AuditEntryView>> HandleAsync(long sequence, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.AuditView, ct) is { } refusal) return refusal;
        if (!await db.Set<AuditEntry>().AnyAsync(e => e.Sequence == sequence, ct)) return AccessErrors.NotFound;

        var reader = await db.ReaderAsync(actor, ct);
        var about = await db.Set<AuditSubject>().AsNoTracking().Where(s => s.Sequence == sequence)
            .OrderBy(s => s.Kind).ThenBy(s => s.SubjectId).Select(s => new SubjectRef(s.Kind, s.SubjectId)).ToListAsync(ct);
        var names = await AuditNames.ReadAsync(db, reader, about, ct);
        return new AuditEntryView(
            (await AuditLines.ReadAsync(db, reader, await AuditRows.ReadAsync(db, [sequence], ct), ct))[0], [.. about.Select(names.Of)],
            await db.Set<AuditEntry>().MaxAsync(e => e.Sequence, ct));
    }
}

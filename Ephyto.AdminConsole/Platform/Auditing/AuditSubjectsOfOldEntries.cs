using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Platform.Auditing;

/// <summary>
/// Entries written before there was a table of what each is about are put into it from what they say themselves, once.
/// Two nodes may do so at the same time.
/// </summary>
internal sealed class AuditSubjectsOfOldEntries : IStoreCompletion
{
    private static readonly string[] Statements =
    [
        """
        INSERT INTO "AuditSubjects" ("Kind", "SubjectId", "Sequence")
        SELECT "SubjectKind", "SubjectId", "Sequence" FROM "AuditEntries" WHERE true ON CONFLICT DO NOTHING
        """,
        """
        INSERT INTO "AuditSubjects" ("Kind", "SubjectId", "Sequence")
        SELECT 'nppo', "NppoId", "Sequence" FROM "AuditEntries" WHERE "NppoId" IS NOT NULL ON CONFLICT DO NOTHING
        """,
        """
        INSERT INTO "AuditSubjects" ("Kind", "SubjectId", "Sequence") SELECT m."SubjectKind", m."SubjectId", e."Sequence"
        FROM "AuditEntries" e JOIN "OutgoingEmails" m ON m."Id" = e."SubjectId" WHERE e."SubjectKind" = 'email' ON CONFLICT DO NOTHING
        """,
    ];

    public async Task CompleteAsync(ConsoleDbContext db, CancellationToken ct)
    {
        var first = await db.Set<AuditEntry>().AsNoTracking().OrderBy(entry => entry.Sequence).FirstOrDefaultAsync(ct);
        if (first is null || await db.Set<AuditSubject>().AnyAsync(
            subject => subject.Kind == first.SubjectKind && subject.SubjectId == first.SubjectId && subject.Sequence == first.Sequence, ct))
                return;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var statement in Statements) await db.Database.ExecuteSqlRawAsync(statement, ct);
        await transaction.CommitAsync(ct);
    }
}

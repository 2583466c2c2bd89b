using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Platform.Auditing;

/// <param name="Reason">Makes the code more exact, where the act has one.</param>
/// <param name="Who">The name of the account that acted; null where none did, or it is gone.</param>
internal sealed record LatestAct(string Code, string? Reason, DateTime At, string? Who);

/// <summary>
/// What was done last to a thing, and by whom: for whoever acted on it too, and was later. It asks for no right of its own, because
/// only who may act on the thing is told that somebody else was faster.
/// </summary>
internal sealed class LatestActs(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <param name="subject">To what.</param>
    /// <param name="codes">How the codes of the acts begin that count; empty for all but the fate of e-mails, which nobody does.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<LatestAct?> OfAsync(SubjectRef subject, string codes, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var about = db.Set<AuditSubject>().Where(s => s.Kind == subject.Kind && s.SubjectId == subject.Id).Select(s => s.Sequence);
        var entry = await db.Set<AuditEntry>().AsNoTracking()
            .Where(e => about.Contains(e.Sequence) && EF.Functions.Like(e.Code, codes + "%") && !EF.Functions.Like(e.Code, "email.%"))
            .OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(ct);
        if (entry is null) return null;
        var who = entry.ActorKind == ActorKind.User
            ? await db.Users.Where(u => u.Id == entry.ActorId).Select(u => u.DisplayName).SingleOrDefaultAsync(ct) : null;
        return new(entry.Code, AuditTrail.FactsOf(entry).GetValueOrDefault("reason")?.Value, entry.At, who);
    }
}

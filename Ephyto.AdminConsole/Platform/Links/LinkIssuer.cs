using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Platform.Links;

/// <summary>A link made in the save under way.</summary>
/// <param name="Secret">In clear; only for a redirect made at once, never stored.</param>
/// <param name="ProtectedSecret">For the queued e-mail.</param>
internal sealed record IssuedLink(AccessLink Link, string Secret, string ProtectedSecret);

internal sealed class LinkIssuer(LinkSecrets secrets, TimeProvider time)
{
    /// <summary>Adds a link to the save under way; open ones of the same purpose and subject cease to work with it.</summary>
    public async Task<IssuedLink> ReplaceAsync(
        ConsoleDbContext db, LinkPurpose purpose, Guid subjectId, Guid holderId, TimeSpan lifetime, CancellationToken ct)
    {
        await RevokeAsync(db, purpose, subjectId, ct);
        return Add(db, purpose, subjectId, holderId, lifetime);
    }

    /// <summary>Adds a link beside the ones there are: for a view that several e-mails open.</summary>
    public IssuedLink Add(ConsoleDbContext db, LinkPurpose purpose, Guid subjectId, Guid holderId, TimeSpan lifetime)
    {
        var secret = LinkSecrets.New();
        var now = time.GetUtcNow().UtcDateTime;
        var link = new AccessLink(purpose, subjectId, holderId, LinkSecrets.Hash(secret), now, now + lifetime);
        db.Add(link);
        return new IssuedLink(link, secret, secrets.Protect(secret));
    }

    public async Task RevokeAsync(ConsoleDbContext db, LinkPurpose purpose, Guid subjectId, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var open = await db.Set<AccessLink>()
            .Where(link => link.Purpose == purpose && link.SubjectId == subjectId && link.UsedAt == null && link.RevokedAt == null)
            .ToListAsync(ct);
        foreach (var link in open) link.Revoke(now);
        foreach (var entry in db.ChangeTracker.Entries<AccessLink>()
            .Where(e => e.State == EntityState.Added && e.Entity.Purpose == purpose && e.Entity.SubjectId == subjectId))
            entry.Entity.Revoke(now);
    }
}

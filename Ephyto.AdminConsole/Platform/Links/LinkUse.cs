using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Platform.Links;

internal static class LinkErrors
{
    public static readonly DomainError NotUsable = new("link.not-usable",
        "This link was used already, was replaced by a newer one, or has expired.");
    public static readonly DomainError Expired = new("link.expired", "This link has expired.");
}

/// <summary>Finds links, and uses them up.</summary>
internal sealed class LinkUse(IDbContextFactory<ConsoleDbContext> contexts, SecurityWatch watch, TimeProvider time)
{
    public async Task<AccessLink?> FindAsync(string secret, CancellationToken ct)
    {
        var hash = LinkSecrets.Hash(secret);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<AccessLink>().AsNoTracking().SingleOrDefaultAsync(link => link.SecretHash == hash, ct);
    }

    public async Task<AccessLink?> FindAsync(Guid linkId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<AccessLink>().AsNoTracking().SingleOrDefaultAsync(link => link.Id == linkId, ct);
    }

    /// <summary>
    /// Uses the link up and acts, in one transaction: of any number of requests at the same instant exactly one gets to
    /// <paramref name="act"/>, and a refused act leaves the link usable.
    /// </summary>
    /// <param name="linkId">The link.</param>
    /// <param name="purpose">What it has to be for.</param>
    /// <param name="act">Changes and saves through the given context.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="before">What has to be counted before any other row is touched; the refusal, or null.</param>
    public async Task<Result<T>> ConsumeAsync<T>(
        Guid linkId, LinkPurpose purpose, Func<ConsoleDbContext, AccessLink, Task<Result<T>>> act, CancellationToken ct,
        Func<ConsoleDbContext, AccessLink, Task<DomainError?>>? before = null)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (before is not null
            && await db.Set<AccessLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == linkId && l.Purpose == purpose, ct) is { } meant
            && meant.StateAt(now) == LinkState.Open && await before(db, meant) is { } refusal) return refusal;
        var used = await db.Set<AccessLink>()
            .Where(link => link.Id == linkId && link.Purpose == purpose && link.UsedAt == null && link.RevokedAt == null
                && link.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.UsedAt, now), ct);
        if (used != 1)
        {
            watch.Note(SecuritySignal.LinkRefused);
            return LinkErrors.NotUsable;
        }

        var link = await db.Set<AccessLink>().AsNoTracking().SingleAsync(l => l.Id == linkId, ct);
        var result = await act(db, link);
        if (result.IsSuccess) await transaction.CommitAsync(ct);
        return result;
    }
}

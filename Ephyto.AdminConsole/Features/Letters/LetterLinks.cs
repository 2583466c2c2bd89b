using Ephyto.AdminConsole.Data;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Letters;

/// <summary>Whether a link still stands for the contact the directory has, and in what language its pages open.</summary>
internal static class LetterLinks
{
    /// <summary>Open or used, in its time, and its holder still in the directory.</summary>
    public static async Task<bool> IsHolderAsync(this ConsoleDbContext db, AccessLink? link, DateTime now, CancellationToken ct) =>
        link is not null && link.RevokedAt is null && link.ExpiresAt > now
        && await db.Set<ContactPoint>().AnyAsync(contact => contact.Id == link.HolderId && contact.CurrentCountryCode != null, ct);

    public static async Task<string?> LanguageAsync(IServiceProvider services, AccessLink link, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync(ct);
        return (await db.Set<ContactPoint>().AsNoTracking().SingleOrDefaultAsync(contact => contact.Id == link.HolderId, ct))?.Details.PreferredLanguage;
    }
}

using Ephyto.AdminConsole.Data;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Directory;

/// <summary>What is asked of every link that was made for a contact point.</summary>
internal static class ContactLinks
{
    /// <summary>The language of the contact point for whom it was made.</summary>
    public static async Task<string?> LanguageAsync(IServiceProvider services, AccessLink link, CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync(ct);
        return (await db.Set<ContactPoint>().AsNoTracking()
            .SingleOrDefaultAsync(contact => contact.Id == link.HolderId, ct))?.Details.PreferredLanguage;
    }
}

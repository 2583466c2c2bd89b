using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Ephyto.Domain.Links;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>From which address an account goes to which.</summary>
/// <param name="IsDone">Whether it has gone there.</param>
internal sealed record EmailChangeAddresses(string Old, string New, bool IsDone);

/// <summary>What tells a link to an account from others of its kind.</summary>
internal sealed class LinkNames(IDbContextFactory<ConsoleDbContext> contexts)
{
    public static Task<string?> OfAccountAsync(IServiceProvider services, AccessLink link, CancellationToken ct) =>
        ReadAsync(services, db => db.Users.Where(u => u.Id == link.SubjectId).Select(u => u.Email).SingleOrDefaultAsync(ct), ct);

    public static async Task<string?> OfEmailChangeAsync(IServiceProvider services, AccessLink link, CancellationToken ct) =>
        await services.GetRequiredService<LinkNames>().AddressesAsync(link, ct) is { } addresses
            ? $"{addresses.Old} → {addresses.New}" : null;

    /// <returns>Null for a link of another kind.</returns>
    public async Task<EmailChangeAddresses?> AddressesAsync(AccessLink link, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Set<Data.Identity.EmailChange>().Where(change => change.Id == link.SubjectId)
            .Join(db.Users, change => change.UserId, user => user.Id,
                (change, user) => new EmailChangeAddresses(user.Email!, change.NewEmail, change.DoneAt != null)).SingleOrDefaultAsync(ct);
    }

    private static async Task<string?> ReadAsync(IServiceProvider services, Func<ConsoleDbContext, Task<string?>> read,
        CancellationToken ct)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<ConsoleDbContext>>().CreateDbContextAsync(ct);
        return await read(db);
    }
}

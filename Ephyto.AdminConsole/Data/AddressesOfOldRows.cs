using System.Text;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Data;

/// <summary>
/// Addresses of accounts, members and people of the hub that were kept before an address had one form get it, so that their
/// owners still sign in. One whose form belongs to somebody else stays as it is, and the log says so.
/// </summary>
internal sealed class AddressesOfOldRows(ILogger<AddressesOfOldRows> log) : IStoreCompletion
{
    // As Identity looks accounts up.
    private static readonly UpperInvariantLookupNormalizer Normalizer = new();

    public async Task CompleteAsync(ConsoleDbContext db, CancellationToken ct)
    {
        foreach (var (id,
            form) in Changed(await db.Users.Select(u => new { u.Id, u.Email }).ToDictionaryAsync(u => u.Id, u => u.Email, ct)))
        {
            var normalized = Normalizer.NormalizeEmail(form);
            await ReplaceAsync(id, form,
                () => db.Users.Where(u => u.Id == id
                    && !db.Users.Any(other => other.NormalizedEmail == normalized && other.Id != id)).ExecuteUpdateAsync(
                set => set.SetProperty(u => u.Email, form).SetProperty(u => u.UserName, form)
                    .SetProperty(u => u.NormalizedEmail, normalized).SetProperty(u => u.NormalizedUserName, normalized), ct));
        }

        foreach (var member in await db.Set<Member>().AsNoTracking()
            .Select(m => new { m.Id, m.Email, m.NppoId, IsOpen = m.CurrentKey != null }).ToListAsync(ct))
        {
            if (FormOf(member.Email) is not { } form) continue;
            var key = member.IsOpen ? Member.KeyOf(member.NppoId, form) : null;
            await ReplaceAsync(member.Id, form,
                () => db.Set<Member>()
                    .Where(m => m.Id == member.Id
                        && (key == null || !db.Set<Member>().Any(other => other.CurrentKey == key && other.Id != m.Id)))
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Email, form).SetProperty(m => m.CurrentKey, key), ct));
        }

        foreach (var user in await db.Set<HubUser>().AsNoTracking().Select(u => new { u.Id, u.Email, IsOpen = u.CurrentKey != null })
            .ToListAsync(ct))
        {
            if (FormOf(user.Email) is not { } form) continue;
            var key = user.IsOpen ? form : null;
            await ReplaceAsync(user.Id, form,
                () => db.Set<HubUser>()
                    .Where(u => u.Id == user.Id
                        && (key == null || !db.Set<HubUser>().Any(other => other.CurrentKey == key && other.Id != u.Id)))
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.Email, form).SetProperty(u => u.CurrentKey, key), ct));
        }
    }

    private static IEnumerable<(Guid Id, string Form)> Changed(Dictionary<Guid, string?> addresses) =>
        addresses.Select(entry => (entry.Key, Form: FormOf(entry.Value))).Where(entry => entry.Form is not null)
            .Select(entry => (entry.Key, entry.Form!));

    /// <returns>Null where it has the form already, or none.</returns>
    private static string? FormOf(string? address)
    {
        if (address is null || Ascii.IsValid(address)) return null;
        var form = (EmailAddress.TryParse(address)
            ?? EmailAddress.TryParse(address.Replace('\u2019', '\'').Replace('\u2018', '\'')))?.Value;
        return form == address ? null : form;
    }

    private async Task ReplaceAsync(Guid id, string form, Func<Task<int>> update)
    {
        if (await update() == 0) log.LogWarning("The address of {Id} would look like that of somebody else; it stays as it is", id);
        else log.LogInformation("The address of {Id} was brought into its one form ({Length} characters)", id, form.Length);
    }
}

using Ephyto.AdminConsole.Data;
using Ephyto.Domain.DigitalCertificates;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Certificates;

/// <summary>Keys whose private part came to the console, from whomever.</summary>
internal static class BurntKeys
{
    /// <returns>Those of these hashes of public keys that must not be used any more.</returns>
    public static Task<HashSet<string>> BurntAsync(this ConsoleDbContext db, IReadOnlyCollection<string> hashes, CancellationToken ct) =>
        db.Set<BurntKey>().AsNoTracking().Where(key => hashes.Contains(key.PublicKeyHash)).Select(key => key.PublicKeyHash)
            .ToHashSetAsync(ct);
}

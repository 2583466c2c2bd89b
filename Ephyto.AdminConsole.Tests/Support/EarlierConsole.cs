using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>Organizations as consoles of before left them.</summary>
internal static class EarlierConsole
{
    /// <summary>It never had a system of its own here, and keeps what it connects all the same.</summary>
    public static Task<int> NeverHadOwnSystemAsync(this ConsoleHost host, Guid nppo) => host.StoreAsync(db =>
        db.Set<Nppo>().Where(one => one.Id == nppo)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.LeftOwnSystemAt, (DateTime?)null)));
}

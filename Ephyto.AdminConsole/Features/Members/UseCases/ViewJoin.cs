using Ephyto.AdminConsole.Data;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Members.UseCases;

/// <summary>The public name of the organisation that somebody could ask to join.</summary>
internal sealed class ViewJoin(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <returns>Null where there is none, or nobody who could answer.</returns>
    public async Task<string?> HandleAsync(string countryCode, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await AskToJoin.FindJoinableAsync(db, countryCode, ct))?.Organization.Name;
    }
}

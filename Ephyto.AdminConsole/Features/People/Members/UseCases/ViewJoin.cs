using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Readers;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <param name="Organization">Its public name.</param>
/// <param name="Answers">False while the hub has suspended it: then nobody of it can answer.</param>
internal sealed record JoinableNppo(string Organization, bool Answers);

/// <summary>The organization that somebody could ask to join.</summary>
internal sealed class ViewJoin(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <returns>Null where there is none, or nobody who could answer.</returns>
    public async Task<JoinableNppo?> HandleAsync(string countryCode, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.AdministeredNpposOf(countryCode.ToUpperInvariant()).AsNoTracking().SingleOrDefaultAsync(ct) is { } nppo
            ? new(nppo.Organization.Name, nppo.Status != NppoStatus.Suspended) : null;
    }
}

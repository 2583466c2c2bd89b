using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.ContactPoints.UseCases;

/// <param name="Entries">How many countries have a contact now.</param>
internal sealed record ImportStart(int Entries);

/// <summary>What somebody who may import finds before a file is chosen; a refusal to everybody else.</summary>
internal sealed class ViewImport(IDbContextFactory<ConsoleDbContext> contexts)
{
    /// <summary>For a page that offers it.</summary>
    public async Task<bool> IsOfferedAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.AllowsOnHubAsync(actor, Permission.ContactPointsEdit, ct);
    }

    public async Task<Result<ImportStart>> HandleAsync(Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.ContactPointsEdit, ct) is { } refusal) return refusal;

        return new ImportStart(await db.Set<ContactPoint>().CountAsync(c => c.CurrentCountryCode != null, ct));
    }
}

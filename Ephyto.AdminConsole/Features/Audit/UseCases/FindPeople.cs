using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Audit.UseCases;

/// <summary>An account whose acts may be asked for.</summary>
public sealed record FoundPerson(Guid Id, string Name, string? Email);

/// <summary>Accounts by a part of the name or of the address; a few only, however many there are.</summary>
internal sealed class FindPeople(IDbContextFactory<ConsoleDbContext> contexts)
{
    public const int Most = 8;

    public async Task<Result<List<FoundPerson>>> HandleAsync(string? search, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.AuditView, ct) is { } refusal) return refusal;
        if (FreeText.Clean(search, 100) is not { } text) return new List<FoundPerson>();

        var lower = text.ToLowerInvariant();
        // The comparison is the database's: no culture and no StringComparison reaches it.
#pragma warning disable CA1304, CA1311, CA1862
        return await db.Users.AsNoTracking()
            .Where(u => u.DisplayName.ToLower().Contains(lower) || u.DisplayName.Contains(text) || u.Email!.ToLower().Contains(lower))
            .OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Take(Most).Select(u => new FoundPerson(u.Id, u.DisplayName, u.Email)).ToListAsync(ct);
#pragma warning restore CA1304, CA1311, CA1862
    }
}

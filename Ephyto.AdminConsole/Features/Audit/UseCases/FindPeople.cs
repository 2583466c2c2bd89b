using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Audit.UseCases;

/// <summary>An account whose acts may be asked for.</summary>
public sealed record FoundPerson(Guid Id, string Name, string? Email);

/// <summary>Accounts by the beginnings of words of the name or of the address; a few only, however many there are.</summary>
internal sealed class FindPeople(IDbContextFactory<ConsoleDbContext> contexts)
{
    public const int Most = 8;

    public async Task<Result<List<FoundPerson>>> HandleAsync(string? search, Actor actor, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.RefuseOnHubAsync(actor, Permission.AuditView, ct) is { } refusal) return refusal;
        if (FreeText.Line(search, 100) is null) return new List<FoundPerson>();

        var found = await db.Users.AsNoTracking().FoundByAsync(db, SubjectKinds.Account, search, countries: null, ct);
        return await found.OrderByName().Take(Most).Select(u => new FoundPerson(u.Id, u.DisplayName, u.Email)).ToListAsync(ct);
    }
}

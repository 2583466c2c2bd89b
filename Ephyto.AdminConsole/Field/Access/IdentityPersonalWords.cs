using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Access;

/// <summary>What everybody knows of a person, and so would try as a password.</summary>
internal sealed class IdentityPersonalWords(IDbContextFactory<ConsoleDbContext> contexts, CountryCatalogue countries)
{
    /// <summary>Of everything the console knows under an address: the account, and memberships and invitations.</summary>
    public async Task<IReadOnlyList<string?>> OfAsync(string? email, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(email)) return [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        var name = await db.Users.AsNoTracking().Where(u => u.Email == email).Select(u => u.DisplayName).FirstOrDefaultAsync(ct);
        var members = await db.Set<Member>().AsNoTracking().Where(m => m.Email == email)
            .Join(db.Set<Nppo>(), m => m.NppoId, n => n.Id,
                (m, n) => new { m.Person.GivenName, m.Person.FamilyName, n.Organization.Name, n.Organization.NameInEnglish, n.CountryCode })
            .ToListAsync(ct);
        return
        [
            email, name,
            .. members.SelectMany(
                m => (string?[])[m.GivenName, m.FamilyName, m.Name, m.NameInEnglish, .. countries.Find(m.CountryCode)?.Names.Values ?? []]),
        ];
    }
}

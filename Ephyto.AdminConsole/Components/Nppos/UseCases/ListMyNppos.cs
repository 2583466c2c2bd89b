using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Nppos.UseCases;

/// <summary>An organization in which a person has a role now.</summary>
public sealed record MyNppo(Guid NppoId, string CountryCode, string Organization, NppoRole Role, ExchangeSystem System);

/// <summary>The organizations of the person who asks, from the store as it is now.</summary>
internal sealed class ListMyNppos(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<IReadOnlyList<MyNppo>> HandleAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.User) return [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.RightfulMembers().Where(m => m.UserId == actor.Id)
            .Join(db.Set<Nppo>(), m => m.NppoId, n => n.Id,
                (m, n) => new { n.Id, n.CountryCode, n.Organization.Name, m.Role, n.Organization.System })
            .OrderBy(n => n.CountryCode).Select(n => new MyNppo(n.Id, n.CountryCode, n.Name, n.Role, n.System)).ToListAsync(ct);
    }
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Components.Account.UseCases;

/// <param name="Organization">Its name.</param>
/// <param name="Role">That ends.</param>
/// <param name="AdministratorsLeft">How many are left; null where the person is none.</param>
internal sealed record ErasedMembership(string Organization, NppoRole Role, int? AdministratorsLeft);

/// <param name="Memberships">That end with the account.</param>
/// <param name="HasHubRole">Then it has to be given back first.</param>
/// <param name="HasOthers">Another administrator of one of the organizations is told.</param>
internal sealed record ErasureView(IReadOnlyList<ErasedMembership> Memberships, bool HasHubRole, bool HasOthers)
{
    /// <summary>What has to be done first.</summary>
    public bool IsPossible => !HasHubRole && Memberships.All(membership => membership.AdministratorsLeft != 0);
}

/// <summary>What follows if the person who asks erases their account now.</summary>
internal sealed class ViewErasure(IDbContextFactory<ConsoleDbContext> contexts)
{
    public async Task<ErasureView> HandleAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Kind != ActorKind.User) return new([], HasHubRole: false, HasOthers: false);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Set<Member>().AsNoTracking().Where(m => m.UserId == actor.Id && m.CurrentKey != null)
            .Join(db.Set<Nppo>(), m => m.NppoId, n => n.Id, (m, n) => new
            {
                n.Organization.Name,
                Order = EF.Property<string>(n, FollowedTexts.NameOrder),
                m.Role,
                m.Status,
                Others = db.Set<Member>().Count(other => other.NppoId == m.NppoId && other.Id != m.Id && other.Role == NppoRole.Administrator && other.Status == MemberStatus.Active),
            }).OrderBy(row => row.Order).ToListAsync(ct);
        return new(
            [.. rows.Select(row => new ErasedMembership(row.Name, row.Role, row is { Role: NppoRole.Administrator, Status: MemberStatus.Active } ? row.Others : null))],
            await db.HubRoleOfAsync(actor, ct) is not null,
            rows.Exists(row => row.Others > 0));
    }
}

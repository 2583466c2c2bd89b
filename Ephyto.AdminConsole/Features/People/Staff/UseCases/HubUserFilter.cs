using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Staff.UseCases;

/// <summary>What people of the hub are ordered by, besides what their roles say.</summary>
internal sealed class HubUserLine
{
    public required HubUser User { get; init; }

    public required DateTime? LastSignInAt { get; init; }

    public required bool? HasSecondFactor { get; init; }
}

/// <summary>Which people of the hub are wanted, and in what order: the same for the list on the page and for its file.</summary>
internal static class HubUserFilter
{
    /// <summary>By the keys of the columns; of those that are alike by name.</summary>
    public static ListOrders<HubUserLine> Orders { get; } = new ListOrders<HubUserLine>("role", ByName)
        .By("name", line => EF.Property<string>(line.User, FollowedTexts.NameOrder))
        .By("email", line => line.User.Email)
        .ByPlace("role", line => line.User.Role)
        .By("until", line => line.User.RoleUntil)
        .ByPlace("state", line => line.User.Status)
        .By("since", line => line.User.StatusSince)
        .By("signin", line => line.LastSignInAt)
        .By("factor", line => line.HasSecondFactor);

    /// <param name="chosen">Only these of them; null: all.</param>
    public static async Task<IQueryable<HubUser>> FindAsync(ConsoleDbContext db, ListHubUsersRequest request, CancellationToken ct,
        IReadOnlyList<Guid>? chosen = null)
    {
        var query = db.Set<HubUser>().AsNoTracking();
        query = request.Status is { } status ? query.Where(u => u.Status == status) : query.Where(u => u.CurrentKey != null);
        if (request.Role is { } role) query = query.Where(u => u.Role == role);
        if (chosen is not null) query = query.Where(u => chosen.Contains(u.Id));
        query = await query.FoundByAsync(db, SubjectKinds.HubUser, request.Search, countries: null, ct);
        var lines = query.Select(u => new HubUserLine
        {
            User = u,
            LastSignInAt = db.Users.Where(a => a.Id == u.UserId).Select(a => a.LastSignInAt).FirstOrDefault(),
            HasSecondFactor = db.Users.Where(a => a.Id == u.UserId).Select(a => (bool?)a.TwoFactorEnabled).FirstOrDefault(),
        });
        return Orders.Apply(lines, request.Sort).Select(line => line.User);
    }

    private static IOrderedQueryable<HubUserLine> ByName(IOrderedQueryable<HubUserLine> lines, bool falls)
    {
        var named = lines.ThenBy(line => EF.Property<string>(line.User, FollowedTexts.NameOrder));
        return named.ThenBy(line => line.User.Id, falls);
    }
}

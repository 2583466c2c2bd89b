using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Search;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.People.Members.UseCases;

/// <summary>What members are ordered by, besides what they know themselves.</summary>
internal sealed class MemberLine
{
    public required Member Member { get; init; }

    public required DateTime? LastSignInAt { get; init; }

    public required bool? SecondFactor { get; init; }
}

/// <summary>Which members are wanted, and in what order: the same for the list on the page and for its file.</summary>
internal static class FilteredMembers
{
    // The order of a list tells what stands in it.
    private static readonly string[] ForWhoManages = ["signin", "factor"];

    /// <summary>By the keys of the columns; of those that are alike by name, open invitations last.</summary>
    public static ListOrders<MemberLine> Orders { get; } = new ListOrders<MemberLine>("role", ByName)
        .By("name", line => EF.Property<string>(line.Member, FollowedTexts.NameOrder))
        .By("job", line => line.Member.Person.JobTitle)
        .By("email", line => line.Member.Email)
        .ByPlace("role", line => line.Member.Role)
        .By("until", line => line.Member.RoleLastDay)
        .ByPlace("state", line => line.Member.Status)
        .By("since", line => line.Member.StatusSince)
        .By("signin", line => line.LastSignInAt)
        .By("factor", line => line.SecondFactor);

    /// <param name="mayManage">Whether the reader administers them: nobody else may order them by how their accounts are used and
    /// guarded.</param>
    /// <param name="chosen">Only these of them; null: all.</param>
    public static async Task<IQueryable<Member>> FindAsync(
        ConsoleDbContext db, ListMembersRequest request, bool mayManage, CancellationToken ct, IReadOnlyList<Guid>? chosen = null)
    {
        var query = db.Set<Member>().AsNoTracking().Where(m => m.NppoId == request.NppoId && m.Status != MemberStatus.JoinRequested);
        query = request.Status is { } status ? query.Where(m => m.Status == status) : query.Where(m => m.CurrentKey != null);
        if (request.Role is { } role) query = query.Where(m => m.Role == role);
        if (chosen is not null) query = query.Where(m => chosen.Contains(m.Id));
        query = await query.FoundByAsync(db, SubjectKinds.Member, request.Search, countries: null, ct);
        var lines = query.Select(m => new MemberLine
        {
            Member = m,
            LastSignInAt = db.Users.Where(a => a.Id == m.UserId).Select(a => a.LastSignInAt).FirstOrDefault(),
            SecondFactor = db.Users.Where(a => a.Id == m.UserId).Select(a => (bool?)a.TwoFactorEnabled).FirstOrDefault(),
        });
        var sort = mayManage || !ForWhoManages.Contains(request.Sort?.TrimStart('-')) ? request.Sort : null;
        return Orders.Apply(lines, sort).Select(line => line.Member);
    }

    private static IOrderedQueryable<MemberLine> ByName(IOrderedQueryable<MemberLine> lines, bool falls)
    {
        var named = lines.ThenBy(line => line.Member.Status == MemberStatus.Invited)
            .ThenBy(line => EF.Property<string>(line.Member, FollowedTexts.NameOrder));
        return named.ThenBy(line => line.Member.Id, falls);
    }
}

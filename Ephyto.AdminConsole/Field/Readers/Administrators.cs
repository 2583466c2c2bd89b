using Ephyto.AdminConsole.Data;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Readers;

/// <summary>Who can administer an organisation now.</summary>
internal static class Administrators
{
    public static IQueryable<Member> AdministratorsOf(this ConsoleDbContext db, Guid nppoId) =>
        db.Set<Member>().Where(m => m.NppoId == nppoId && m.Role == NppoRole.Administrator && m.Status == MemberStatus.Active);

    /// <summary>How many besides this member; true until the save for who holds the organisation's lock.</summary>
    public static Task<int> OtherAdministratorsAsync(this ConsoleDbContext db, Member member, CancellationToken ct) =>
        db.AdministratorsOf(member.NppoId).CountAsync(m => m.Id != member.Id, ct);

    /// <summary>Organisations that the loss of one person would leave without anybody to administer them.</summary>
    public static IQueryable<Nppo> NpposWithFewAdministrators(this ConsoleDbContext db) => db.Set<Nppo>().AsNoTracking().Where(n => n.Status != NppoStatus.Closed
        && db.Set<Member>().Count(m => m.NppoId == n.Id && m.Role == NppoRole.Administrator && m.Status == MemberStatus.Active) < 2);
}

using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Readers;

/// <summary>Who can administer an organization now: its active members with that role.</summary>
internal static class Administrators
{
    /// <summary>Of all organizations.</summary>
    public static IQueryable<Member> ActiveAdministrators(this ConsoleDbContext db) =>
        db.Set<Member>().Where(m => m.Role == NppoRole.Administrator && m.Status == MemberStatus.Active);

    public static bool IsActiveAdministrator(this Member member) => member is { Role: NppoRole.Administrator, Status: MemberStatus.Active };

    public static IQueryable<Member> AdministratorsOf(this ConsoleDbContext db, Guid nppoId) =>
        db.ActiveAdministrators().Where(m => m.NppoId == nppoId);

    /// <summary>Their accounts, for who writes to them.</summary>
    /// <param name="butFor">A member who is not written to.</param>
    public static IQueryable<ConsoleUser> AccountsOfAdministrators(this ConsoleDbContext db, Guid nppoId, Guid? butFor = null) =>
        db.AdministratorsOf(nppoId).AsNoTracking().Where(m => m.Id != butFor)
            .Join(db.Users, m => m.UserId, user => user.Id, (_, user) => user);

    /// <summary>How many besides this member; true until the save for who holds the organization's lock.</summary>
    public static Task<int> OtherAdministratorsAsync(this ConsoleDbContext db, Member member, CancellationToken ct) =>
        db.AdministratorsOf(member.NppoId).CountAsync(m => m.Id != member.Id, ct);

    /// <summary>
    /// The organization of a country that is a member today, if somebody administers it, at least once a suspension has ended.
    /// </summary>
    public static IQueryable<Nppo> AdministeredNpposOf(this ConsoleDbContext db, string countryCode) =>
        db.Set<Nppo>().Where(n => n.CurrentCountryCode == countryCode && db.ActiveAdministrators().Any(m => m.NppoId == n.Id));

    /// <summary>Organizations that the loss of one person would leave without anybody to administer them.</summary>
    public static IQueryable<Nppo> NpposWithFewAdministrators(this ConsoleDbContext db) => db.Set<Nppo>().AsNoTracking()
        .Where(n => n.Status != NppoStatus.Closed && db.ActiveAdministrators().Count(m => m.NppoId == n.Id) < 2);
}

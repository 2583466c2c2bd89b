using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Field.Access;
using Ephyto.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Field.Readers;

/// <summary>Whom of the hub a message is for.</summary>
internal static class StaffReaders
{
    public static IQueryable<HubUser> HubAdministrators(this ConsoleDbContext db) =>
        db.RightfulHubUsers().Where(u => u.Role == HubRole.HubAdministrator);

    /// <summary>Accounts of who may do something about it: auditors read, and are not written to.</summary>
    public static IQueryable<ConsoleUser> ActingStaff(this ConsoleDbContext db) => db.Users.AsNoTracking()
        .Where(user => db.RightfulHubUsers().Where(u => u.Role != HubRole.Auditor).Select(u => u.UserId).Contains(user.Id));
}

using Ephyto.AdminConsole.Features.People.Members.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.People.Members;

/// <summary>What tests of members ask the store.</summary>
internal static class MembersWorld
{
    public static Task<Member> MemberOfAsync(this ConsoleHost host, Guid nppoId, Actor person) =>
        host.StoreAsync(db => db.Set<Member>().AsNoTracking().SingleAsync(m => m.NppoId == nppoId && m.UserId == person.Id));

    /// <summary>The member as a reader sees it now.</summary>
    public static async Task<SeenMember> SeenAsync(this ConsoleHost host, Guid nppoId, Actor person)
    {
        var member = await host.MemberOfAsync(nppoId, person);
        return new(member.Id, member.Version);
    }

    public static Task<List<OutgoingEmail>> EmailsAsync(this ConsoleHost host, string kind) =>
        host.StoreAsync(db => db.Set<OutgoingEmail>().AsNoTracking().Where(e => e.Kind == kind).OrderBy(e => e.To).ToListAsync());
}

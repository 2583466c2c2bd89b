using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Demo;

/// <summary>
/// The people of a confirmed organization, as far as it has come. Their accounts have no password, so nobody signs in with them.
/// </summary>
internal sealed class DemoMembers(ConsoleDbContext db, UserManager<ConsoleUser> accounts)
{
    private static readonly ConnectionSettings Settings = ConnectionSettings.Nothing with
    {
        Send = true,
        Receive = true,
        Allowed = [new(PhytoType.Phytosanitary, PhytoStatus.Issued), new(PhytoType.Phytosanitary, PhytoStatus.Withdrawn)],
    };

    public async Task JoinAsync(Registration registration, NppoStatus reached, DateTime at, CancellationToken ct)
    {
        if (reached == NppoStatus.Onboarding) return;
        var nppo = await db.Set<Nppo>().SingleAsync(n => n.RegistrationId == registration.Id, ct);
        var first = await db.Set<Member>().SingleAsync(m => m.NppoId == nppo.Id, ct);
        var administrator = await ActivateAsync(first, first.Person, at);
        foreach (var (role, title) in new[] { (NppoRole.Administrator, "Deputy head"), (NppoRole.Integrator, "System engineer"),
            (NppoRole.Viewer, "Inspector") })
        {
            var address = $"{role.ToString().ToLowerInvariant()}.{nppo.CountryCode.ToLowerInvariant()}@example.org";
            var member = Member.Invite(nppo.Id, EmailAddress.TryParse(address)!, "en", role, administrator, at);
            db.Add(member);
            await db.SaveChangesAsync(ct);
            // One invitation stays open.
            if (role != NppoRole.Viewer)
                await ActivateAsync(member, new PersonDetails("", title, registration.Representative.FamilyName, title, ""), at);
        }

        db.Add(Connection.Add(nppo.Id, nppo.CountryCode, 0, Settings, administrator, at).Value);
        nppo.StartTesting(Actor.System, at);
        if (reached == NppoStatus.Live) nppo.GoLive(Actor.System, at);
    }

    private async Task<Guid> ActivateAsync(Member member, PersonDetails person, DateTime at)
    {
        var account = new ConsoleUser
        {
            UserName = member.Email,
            Email = member.Email,
            EmailConfirmed = true,
            DisplayName = person.FullName,
            CreatedAt = at,
        };
        await accounts.CreateAsync(account);
        member.Activate(account.Id, person, at);
        return account.Id;
    }
}

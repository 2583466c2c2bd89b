using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Demo;

/// <summary>The people of a confirmed organisation, as far as it has come. Their accounts have no password, so nobody signs in with them.</summary>
internal sealed class DemoMembers(ConsoleDbContext db, UserManager<ConsoleUser> accounts)
{
    public async Task JoinAsync(Registration registration, NppoStatus reached, DateTime at, CancellationToken ct)
    {
        if (reached == NppoStatus.Onboarding) return;
        var nppo = await db.Set<Nppo>().SingleAsync(n => n.RegistrationId == registration.Id, ct);
        var first = await db.Set<Member>().SingleAsync(m => m.NppoId == nppo.Id, ct);
        var administrator = await ActivateAsync(first, first.Person, at);
        foreach (var (role, title) in new[] { (NppoRole.Administrator, "Deputy head"), (NppoRole.Integrator, "System engineer"), (NppoRole.Viewer, "Inspector") })
        {
            var address = $"{role.ToString().ToLowerInvariant()}.{nppo.CountryCode.ToLowerInvariant()}@example.org";
            var member = Member.Invite(nppo.Id, EmailAddress.TryParse(address)!, "en", role, administrator, at);
            db.Add(member);
            await db.SaveChangesAsync(ct);
            // One invitation stays open.
            if (role != NppoRole.Viewer) await ActivateAsync(member, new PersonDetails("", title, registration.Representative.FamilyName, title, ""), at);
        }

        // The domain moves an organisation through its states with what is built later; the demo only shows that there are such.
        db.Entry(nppo).Property(n => n.Status).CurrentValue = reached;
        db.Entry(nppo).Property(n => n.StatusSince).CurrentValue = at;
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

using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Demo.Load;

/// <summary>An organization with three people for each country of which a registration was confirmed and which has none yet.</summary>
internal static class LoadNppos
{
    public static IEnumerable<(Nppo Nppo, IReadOnlyList<Member> People, IReadOnlyList<ConsoleUser> Accounts)> Make(
        IEnumerable<Registration> registrations, IReadOnlySet<string> taken)
    {
        var made = new HashSet<string>(taken, StringComparer.Ordinal);
        foreach (var registration in registrations.Where(r => r.Status == RegistrationStatus.Confirmed))
        {
            if (!made.Add(registration.CountryCode)) continue;
            var at = registration.DecidedAt!.Value;
            var accounts = Enumerable.Range(0, 3).Select(number => AccountOf(registration, number, at)).ToList();
            var nppo = Nppo.Register(registration, Guid.CreateVersion7(), Actor.System, at);
            var people = accounts.Select((account, number) => MemberOf(nppo, account, number, at)).ToList();
            yield return (nppo, people, accounts);
        }
    }

    private static ConsoleUser AccountOf(Registration registration, int number, DateTime at)
    {
        var email = $"load-{registration.CountryCode}-{number}@example.org".ToLowerInvariant();
        return new ConsoleUser
        {
            UserName = email,
            Email = email,
            NormalizedUserName = email.ToUpperInvariant(),
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            DisplayName = $"Member {number} of {registration.CountryCode}",
            SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedAt = at,
            LastSignInAt = at.AddDays(number),
        };
    }

    private static Member MemberOf(Nppo nppo, ConsoleUser account, int number, DateTime at)
    {
        var member = Member.Invite(nppo.Id, EmailAddress.TryParse(account.Email)!, "en", number < 2
            ? NppoRole.Administrator : NppoRole.Integrator, account.Id, at);
        member.Activate(account.Id, new PersonDetails("", "Member", account.DisplayName, "Inspector", ""), at);
        return member;
    }
}

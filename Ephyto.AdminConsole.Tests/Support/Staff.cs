using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>People and registrations that tests of the desk begin with.</summary>
internal static class Staff
{
    public static DateTime Now(this ConsoleHost host) => host.Time.GetUtcNow().UtcDateTime;

    /// <summary>Loads it anew, changes it, and saves it through the event pipeline.</summary>
    public static Task ChangeAsync<T>(this ConsoleHost host, T aggregate, Action<T> change)
        where T : AggregateRoot => host.StoreAsync(async db =>
        {
            change(await db.Set<T>().SingleAsync(stored => stored.Id == aggregate.Id));
            return await db.SaveChangesAsync();
        });

    /// <summary>The version of an organization that somebody who looks now has before their eyes.</summary>
    public static Task<int> SeenAsync(this ConsoleHost host, Guid nppoId) =>
        host.StoreAsync(db => db.Set<Nppo>().Where(n => n.Id == nppoId).Select(n => n.Version).SingleOrDefaultAsync());

    /// <summary>A person of the hub with a role, able to act.</summary>
    public static async Task<Actor> AppointAsync(this ConsoleHost host, HubRole role, string name = "Officer")
    {
        var email = $"{name.ToLowerInvariant().Replace(' ', '.')}@example.org";
        var account = new ConsoleUser
        {
            UserName = email,
            Email = email,
            NormalizedUserName = email.ToUpperInvariant(),
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            DisplayName = name,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        await host.AddAsync(account,
            HubUser.Appoint(account.Id, EmailAddress.TryParse(email)!, name, "en", role, Actor.System, host.Now()));
        return Actor.User(account.Id);
    }

    /// <summary>Somebody with an account, and so with a password, gets a role in the hub.</summary>
    public static Task AppointAsync(this ConsoleHost host, HubRole role, ConsoleUser account) => host.AddAsync(HubUser.Appoint(
        account.Id, EmailAddress.TryParse(account.Email)!, account.DisplayName, account.Language, role, Actor.System, host.Now()));

    public static ContactPoint Contact(this ConsoleHost host, string country, string? name = null,
        ContactPointKind kind = ContactPointKind.OfficialContactPoint) =>
        ContactPoint.Enter(country, DetailsOf(name ?? $"Official Contact Point of {country}", kind), Actor.System, host.Now());

    public static ContactPointDetails DetailsOf(string name, ContactPointKind kind = ContactPointKind.OfficialContactPoint) =>
        new(kind, "", "", name, "Contact point", "Plant Health Service", "Street 1", "+000", "contact@example.org", "en");

    /// <summary>Submitted now, its address not yet verified.</summary>
    public static Registration Submitted(this ConsoleHost host, string country, string organization = "Plant Protection Service") =>
        Registration.Submit(
            country, new OrganizationDetails(organization, "", "Street 1", "", ExchangeSystem.NationalSystem),
            new Representative("Ms", "Given", $"Representative of {country}", "Head of unit",
                $"representative.{country.ToLowerInvariant()}@example.org", "+000", "en"),
            RegistrationPolicy.Default, host.Now());

    /// <summary>Verified, and with the Secretariat because the directory has nobody.</summary>
    public static Registration Escalated(this ConsoleHost host, string country, string organization = "Plant Protection Service")
    {
        var registration = host.Submitted(country, organization);
        registration.VerifyEmail(null, RegistrationPolicy.Default, host.Now());
        return registration;
    }
}

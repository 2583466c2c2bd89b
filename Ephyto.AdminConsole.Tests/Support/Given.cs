using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.AdminConsole.Platform.Links;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Members;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Support;

/// <summary>What a test starts from, made by the same domain methods and saves as in life.</summary>
internal static class Given
{
    public const string Password = "three green lanterns";

    public static readonly Representative Awa = new("Ms", "Awa", "Kouassi", "Head of inspection", "awa.kouassi@example.org",
        "+225 01 02 03 04", "fr");

    /// <summary>Côte d'Ivoire registers and its contact point confirms: the NPPO and the invited initial administrator.</summary>
    public static async Task<(Nppo Nppo, Member Administrator)> ConfirmedNppoAsync(
        this ConsoleHost host, string country = "CI", Representative? representative = null)
    {
        var registrationId = await host.SubmittedAsync(country, representative ?? Awa);
        await host.ConfirmAsync(registrationId);
        return await host.StoreAsync(async db =>
        {
            var nppo = await db.Set<Nppo>().SingleAsync(n => n.RegistrationId == registrationId);
            return (nppo, await db.Set<Member>().SingleAsync(m => m.Id == nppo.TechnicalContactId));
        });
    }

    /// <summary>A registration that waits for the decision of its contact point.</summary>
    public static async Task<Guid> SubmittedAsync(this ConsoleHost host, string country, Representative representative)
    {
        var now = host.Time.GetUtcNow().UtcDateTime;
        var contact = await host.StoreAsync(db => db.Set<ContactPoint>().SingleOrDefaultAsync(c => c.CurrentCountryCode == country));
        if (contact is null)
        {
            contact = ContactPoint.Enter(country, new ContactPointDetails(
                ContactPointKind.OfficialContactPoint, "", "Official", "Contact", "Director", "Ministry", "", "",
                $"ocp.{country}@example.org", "en"), Actor.System, now);
            await host.AddAsync(contact);
        }

        var registration = Registration.Submit(
            country, new OrganizationDetails("Direction de la protection des végétaux", "Directorate of Plant Protection", "Abidjan", "",
                ExchangeSystem.NationalSystem),
            representative, RegistrationPolicy.Default, now);
        registration.VerifyEmail(contact, RegistrationPolicy.Default, now);
        await host.AddAsync(registration);
        return registration.Id;
    }

    /// <summary>A running console may be sending a message at this moment that the decision takes back: then it is decided anew.</summary>
    public static async Task<int> ConfirmAsync(this ConsoleHost host, Guid registrationId)
    {
        for (var moment = 1; ; moment++)
        {
            try
            {
                return await host.StoreAsync(db => ConfirmAsync(db, registrationId, host.Time.GetUtcNow().UtcDateTime));
            }
            catch (DbUpdateConcurrencyException) when (moment < 20)
            {
            }
        }
    }

    private static async Task<int> ConfirmAsync(ConsoleDbContext db, Guid registrationId, DateTime now)
    {
        var registration = await db.Set<Registration>().SingleAsync(r => r.Id == registrationId);
        var contact = await db.Set<ContactPoint>().SingleAsync(c => c.CurrentCountryCode == registration.CountryCode);
        Assert.True(registration.Confirm(contact, null, RegistrationPolicy.Default, now).IsSuccess);
        return await db.SaveChangesAsync();
    }

    /// <summary>A member with an account, as after an activation. The password is <see cref="Password"/>.</summary>
    public static async Task<Actor> ActiveMemberAsync(this ConsoleHost host, Guid nppoId, NppoRole role, string email)
    {
        var user = await host.AccountAsync(email);
        var now = host.Time.GetUtcNow().UtcDateTime;
        var member = Member.Invite(nppoId, EmailAddress.TryParse(email)!, "en", role, user.Id, now);
        Assert.True(
            member.Activate(user.Id, new PersonDetails("", "Some", email.Split('@')[0].Replace('.', ' '), "Officer", ""), now).IsSuccess);
        await host.AddAsync(member);
        return Actor.User(user.Id);
    }

    /// <summary>The technical contact becomes another member.</summary>
    public static Task<int> HandContactAsync(this ConsoleHost host, Guid nppoId, Actor person) => host.StoreAsync(async db =>
    {
        var member = await db.Set<Member>().SingleAsync(m => m.NppoId == nppoId && m.UserId == person.Id);
        (await db.Set<Nppo>().SingleAsync(n => n.Id == nppoId))
            .HandOverTechnicalContact(member.Id, person.Id, host.Time.GetUtcNow().UtcDateTime);
        return await db.SaveChangesAsync();
    });

    public static async Task<ConsoleUser> AccountAsync(this ConsoleHost host, string email)
    {
        var user = new ConsoleUser { UserName = email, Email = email, EmailConfirmed = true, DisplayName = email.Split('@')[0],
            LockoutEnabled = true };
        var made = await host.CallAsync<UserManager<ConsoleUser>, IdentityResult>(users => users.CreateAsync(user, Password));
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
        return user;
    }

    /// <summary>The newest e-mail of a kind about a subject, as it lies in the outbox.</summary>
    public static Task<OutgoingEmail> EmailAsync(this ConsoleHost host, string kind, Guid about) => host.StoreAsync(db =>
        db.Set<OutgoingEmail>().Where(e => e.Kind == kind && e.SubjectId == about).OrderByDescending(e => e.QueuedAt)
            .ThenByDescending(e => e.Id).FirstAsync());

    public static string SecretOf(this ConsoleHost host, OutgoingEmail mail) => host.Get<LinkSecrets>().Unprotect(mail.ProtectedSecret!);

    public static async Task<Guid> LinkOfAsync(this ConsoleHost host, OutgoingEmail mail) =>
        (await host.Get<LinkUse>().FindAsync(host.SecretOf(mail), CancellationToken.None))!.Id;
}

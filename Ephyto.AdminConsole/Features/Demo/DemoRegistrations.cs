using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Field.Directory;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Features.Demo;

/// <summary>A registration in every state, each brought there by what would have happened in the days before.</summary>
internal sealed class DemoRegistrations(ConsoleDbContext db, CountryCatalogue countries, RegistrationPolicy policy, DemoMembers members)
{
    public async Task LoadAsync(DateTime now, CancellationToken ct)
    {
        await SubmitAsync("LK", now.AddHours(-3), ct);
        await AwaitAsync("UG", now.AddDays(-5), now, ct);
        await AskedBackAsync("MX", now.AddDays(-6), ct);
        await AwaitAsync("JM", now.AddDays(-17), now, ct);
        await UndeliverableAsync("FJ", now.AddDays(-4), ct);
        await AwaitAsync("PN", now.AddDays(-2), now, ct);
        await DecideAsync("CL", now.AddDays(-20),
            (r, contact, at) => r.Decline(contact, DeclineReason.WrongDetails, "The address is that of the ministry.", at), ct);
        await DecideAsync("EG", now.AddDays(-9), (r, _, at) => r.Withdraw("A colleague will register instead.", at), ct);
        await ExpireAsync("BD", now.AddDays(-40), ct);
        await ConfirmAsync("AR", now.AddDays(-200), NppoStatus.Live, ct);
        await ConfirmAsync("NZ", now.AddDays(-90), NppoStatus.Testing, ct);
        await ConfirmAsync("VN", now.AddDays(-12), NppoStatus.Onboarding, ct, ExchangeSystem.GeNS);
    }

    private async Task<Registration> SubmitAsync(string country, DateTime at, CancellationToken ct,
        ExchangeSystem system = ExchangeSystem.NationalSystem)
    {
        db.ChangeTracker.Clear();
        var name = countries.NameOf(country, "en");
        var domain = country.ToLowerInvariant();
        var registration = Registration.Submit(
            country,
            new OrganizationDetails($"Plant Protection Organization of {name}", "", $"Plant Health House, {name}", "https://example.org",
                system),
            new Representative("", "Representative", $"of {name}", "Head of certification",
                $"representative.{domain}@example.org", "", "en"),
            policy, at);
        db.Add(registration);
        await SaveAsync(at, ct);
        return registration;
    }

    /// <summary>Verified, and then left to the clock until now.</summary>
    private async Task AwaitAsync(string country, DateTime at, DateTime now, CancellationToken ct)
    {
        var registration = await SubmitAsync(country, at, ct);
        var contact = await db.CurrentContactAsync(country, ct);
        var verified = at.AddHours(1);
        await DoAsync(verified, t => registration.VerifyEmail(contact, policy, t), ct);
        foreach (var due in policy.ReminderDays.Select(day => TimeSpan.FromDays(day)).Append(policy.EscalateAfter)
            .Where(due => verified + due < now))
            await DoAsync(verified + due, t => registration.Advance(policy, t), ct);
    }

    private async Task AskedBackAsync(string country, DateTime at, CancellationToken ct) => await DecideAsync(
        country, at,
        (r, contact, t) => r.AskQuestion(contact, "Which system will produce the certificates, and since when is it in use?", policy, t),
        ct);

    private async Task UndeliverableAsync(string country, DateTime at, CancellationToken ct)
    {
        var registration = await SubmitAsync(country, at, ct);
        var contact = (await db.CurrentContactAsync(country, ct))!;
        registration.VerifyEmail(contact, policy, at.AddHours(1));
        await db.SaveChangesAsync(ct);
        foreach (var email in QueuedEmails().Where(email => email.To == contact.Details.Email))
        {
            Date(email, at.AddHours(1));
            email.MarkFailed("550 5.1.1 The address is unknown here.", at.AddHours(1));
        }

        await SaveAsync(at.AddHours(1), ct);
    }

    private async Task ExpireAsync(string country, DateTime at, CancellationToken ct)
    {
        var registration = await SubmitAsync(country, at, ct);
        await DoAsync(at + policy.VerifyWithin, t => registration.Advance(policy, t), ct);
    }

    private async Task<Registration> DecideAsync(string country, DateTime at, Action<Registration, ContactPoint, DateTime> decide,
        CancellationToken ct, ExchangeSystem system = ExchangeSystem.NationalSystem)
    {
        var registration = await SubmitAsync(country, at, ct, system);
        var contact = (await db.CurrentContactAsync(country, ct))!;
        await DoAsync(at.AddHours(1), t => registration.VerifyEmail(contact, policy, t), ct);
        await DoAsync(at.AddDays(1), t => decide(registration, contact, t), ct);
        return registration;
    }

    private async Task ConfirmAsync(string country, DateTime at, NppoStatus reached, CancellationToken ct,
        ExchangeSystem system = ExchangeSystem.NationalSystem)
    {
        var registration = await DecideAsync(country, at, (r, contact, t) => r.Confirm(contact, null, policy, t), ct, system);
        await members.JoinAsync(registration, reached, at.AddDays(2), ct);
        await SaveAsync(at.AddDays(2), ct);
    }

    private Task DoAsync(DateTime at, Action<DateTime> act, CancellationToken ct)
    {
        act(at);
        return SaveAsync(at, ct);
    }

    // The e-mails of the days gone by count as sent then: nobody at example.org waits for them.
    private async Task SaveAsync(DateTime at, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        foreach (var email in QueuedEmails())
        {
            Date(email, at);
            email.MarkSent(at);
        }

        await db.SaveChangesAsync(ct);
    }

    private void Date(OutgoingEmail email, DateTime at) => db.Entry(email).Property(m => m.QueuedAt).CurrentValue = at;

    private List<OutgoingEmail> QueuedEmails() =>
        [.. db.ChangeTracker.Entries<OutgoingEmail>().Select(entry => entry.Entity).Where(email => email.State == EmailState.Queued)];
}

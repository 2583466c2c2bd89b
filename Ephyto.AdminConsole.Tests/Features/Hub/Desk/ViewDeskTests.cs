using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.AdminConsole.Features.Hub.Desk.UseCases;
using Ephyto.AdminConsole.Features.Nppos.Staff.UseCases;
using Ephyto.AdminConsole.Features.Outbox.Pages;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Hub.Desk;

/// <summary>What the desk counts; each number is that of the list it leads to.</summary>
public abstract class ViewDeskTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Actor _reader = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _reader = await Host.AppointAsync(HubRole.Auditor, "Reader");
    }

    [Fact]
    public async Task Escalations_stand_by_age_with_the_longest_under_way_first()
    {
        var older = Host.Escalated("VN");
        Host.Time.Advance(TimeSpan.FromDays(20));
        await Host.AddAsync(Host.Escalated("BO"), older);

        var needs = (await DeskAsync()).Needs;

        Assert.Equal(["VN", "BO"], needs.Longest.Select(row => row.CountryCode));
        foreach (var (age, count) in needs.EscalatedByAge)
            Assert.Equal(count, (await ListAsync(new(null, RegistrationStatus.Escalated, false, 1, Age: age))).Total);
        // Each of them once.
        Assert.Equal([1, 0, 1, 0], needs.EscalatedByAge.Select(age => age.Count));
    }

    [Fact]
    public async Task A_contact_point_is_unreachable_until_an_email_reaches_it_or_another_takes_its_place()
    {
        var contact = Host.Contact("BO");
        await Host.AddAsync(contact, Host.Contact("VN", "Another"));
        await EmailAsync(contact.Details.Email, email => email.MarkFailed("550 5.1.1 unknown", Host.Now()));
        Assert.Equal((2, 1), ((await DeskAsync()).Needs.Unreachable, (await DeskAsync()).Needs.Undelivered));
        Assert.Equal(2,
            (await Host.Get<ListContactPoints>().HandleAsync(new(null, null, false, 1, Unreachable: true), _reader, default)).Value.Total);
        Assert.Equal(1,
            (await Host.Get<ListEmails>().HandleAsync(new(null, null, null, 1, Undelivered: true), _reader, default)).Value.Page.Total);

        Host.Time.Advance(TimeSpan.FromHours(1));
        await EmailAsync(contact.Details.Email, email => email.MarkSent(Host.Now()));
        var desk = await DeskAsync();
        Assert.Equal((0, 1), (desk.Needs.Unreachable, desk.Needs.Undelivered));

        await EmailAsync("other@example.org", email => email.MarkFailed("550", Host.Now()));
        await Host.ChangeAsync(contact, c => c.End(Actor.System, Host.Now()));
        await Host.AddAsync(
            ContactPoint.Enter("BO", contact.Details with { Email = "other@example.org" }, Actor.System, Host.Now().AddSeconds(1)));
        Assert.Equal(0, (await DeskAsync()).Needs.Unreachable);
    }

    [Theory]
    [InlineData(DeliveryTrouble.MailboxUnknown, 1)]
    [InlineData(DeliveryTrouble.DomainUnknown, 1)]
    [InlineData(DeliveryTrouble.MailboxFull, 1)]
    [InlineData(DeliveryTrouble.AddressNotSupported, 1)]
    [InlineData(DeliveryTrouble.NotReached, 0)]
    [InlineData(DeliveryTrouble.RelayDenied, 0)]
    [InlineData(DeliveryTrouble.SecretUnreadable, 0)]
    public async Task Only_a_trouble_of_the_address_makes_a_contact_point_unreachable(DeliveryTrouble trouble, int expected)
    {
        var contact = Host.Contact("BO");
        await Host.AddAsync(contact);

        await EmailAsync(contact.Details.Email, email => email.MarkFailed("The last answer", Host.Now(), trouble));

        Assert.Equal((expected, 1), ((await DeskAsync()).Needs.Unreachable, (await DeskAsync()).Needs.Undelivered));
    }

    [Fact]
    public async Task A_new_entry_with_the_same_dead_address_is_as_unreachable_as_the_one_before()
    {
        var contact = Host.Contact("BO");
        await Host.AddAsync(contact);
        await EmailAsync(contact.Details.Email, email => email.MarkFailed("550 5.1.1 unknown", Host.Now(), DeliveryTrouble.MailboxUnknown));

        var second = await ReplaceAsync(contact, contact.Details with { Phone = "+225 1" });
        Assert.Equal(1, (await DeskAsync()).Needs.Unreachable);

        var third = await ReplaceAsync(second, contact.Details with { Email = "right@example.org" });
        Assert.Equal(0, (await DeskAsync()).Needs.Unreachable);

        // It was given up and taken up again: somebody may have mended it.
        await ReplaceAsync(third, contact.Details);
        Assert.Equal(0, (await DeskAsync()).Needs.Unreachable);
    }

    [Fact]
    public async Task An_organization_with_one_administrator_needs_somebody()
    {
        var (nppo, _) = await Host.ConfirmedNppoAsync();
        await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "one@example.org");
        Assert.Equal(1, (await DeskAsync()).Needs.FewAdministrators);
        Assert.Equal(1,
            (await Host.Get<ListNppos>().HandleAsync(new(null, null, 1, FewAdministrators: true), _reader, default)).Value.Page.Total);

        await Host.ActiveMemberAsync(nppo.Id, NppoRole.Administrator, "two@example.org");

        Assert.Equal(0, (await DeskAsync()).Needs.FewAdministrators);
        Assert.Equal(0,
            (await Host.Get<ListNppos>().HandleAsync(new(null, null, 1, FewAdministrators: true), _reader, default)).Value.Page.Total);
    }

    [Fact]
    public async Task Messages_sent_are_those_that_left_in_the_last_24_hours_whenever_they_were_queued()
    {
        await EmailAsync("queued@example.org", _ => { });
        await EmailAsync("old@example.org", email => email.MarkSent(Host.Now()));
        Host.Time.Advance(TimeSpan.FromHours(30));
        await Host.StoreAsync(async db =>
        {
            (await db.Set<OutgoingEmail>().SingleAsync(e => e.To == "queued@example.org")).MarkSent(Host.Now());
            return await db.SaveChangesAsync();
        });

        Assert.Equal(1, (await DeskAsync()).Today.EmailsSent);
        var listed = (await Host.Get<ListEmails>()
            .HandleAsync(OutboxCsv.RequestOf(null, OutboxCsv.SentLately, null, new(), Host.Time), _reader, default)).Value.Page;
        Assert.Equal("queued@example.org", Assert.Single(listed.Items).To);
    }

    [Fact]
    public async Task Today_is_the_last_24_hours()
    {
        await Host.ConfirmedNppoAsync();
        await Host.AddAsync(Host.Submitted("BO"));

        var today = (await DeskAsync()).Today;
        Assert.Equal((2, 1), (today.Submitted, today.Decided.Single(end => end.Status == RegistrationStatus.Confirmed).Count));
        Assert.Equal(1, (await ListAsync(new(null, RegistrationStatus.Confirmed, false, 1, Decided: DecidedWithin.OneDay))).Total);
        Assert.Contains("registration.confirmed", today.Latest.Select(step => step.Code));

        Host.Time.Advance(TimeSpan.FromHours(25));
        var tomorrow = (await DeskAsync()).Today;
        Assert.Equal((0, 0), (tomorrow.Submitted, tomorrow.Latest.Count));
        Assert.All(tomorrow.Decided, end => Assert.Equal(0, end.Count));
    }

    [Fact]
    public async Task The_figures_are_by_month_and_state_with_the_median_wait()
    {
        foreach (var (country, days) in new[] { ("CI", 2), ("SN", 4), ("BO", 9) }) await ConfirmAfterAsync(country,
            TimeSpan.FromDays(days));
        await Host.AddAsync(Host.Submitted("VN"), Host.Escalated("PE"));

        var figures = (await DeskAsync()).Figures;

        Assert.Equal(ReadFigures.Months, figures.Months.Count);
        Assert.Equal((1, 1, TimeSpan.FromDays(4)), (figures.Open, figures.Unverified, figures.MedianToConfirmation));
        Assert.Equal(3, figures.Months.Sum(month => month.Of(RegistrationStatus.Confirmed)));
        foreach (var month in figures.Months)
            Assert.Equal(month.States.Values.Sum(), (await ListAsync(new(null, null, false, 1, Month: month.Month))).Total);
    }

    [Fact]
    public async Task A_right_that_was_taken_away_is_gone_at_the_next_look()
    {
        var view = Host.Get<ViewDesk>();
        Assert.True((await view.HandleAsync(_reader, default)).IsSuccess);
        await Host.StoreAsync(async db =>
        {
            var user = await db.Set<HubUser>().SingleAsync(u => u.UserId == _reader.Id);
            user.Suspend(Guid.NewGuid(), Host.Now());
            return await db.SaveChangesAsync();
        });

        Assert.Equal(AccessErrors.NotAllowed, (await view.HandleAsync(_reader, default)).Error);
        Assert.Equal(AccessErrors.NotAllowed, (await view.HandleAsync(Actor.System, default)).Error);
    }

    private async Task ConfirmAfterAsync(string country, TimeSpan wait)
    {
        var id = await Host.SubmittedAsync(country, Given.Awa with { Email = $"{country}@example.org".ToLowerInvariant() });
        Host.Time.Advance(wait);
        await Host.ConfirmAsync(id);
    }

    private async Task<ContactPoint> ReplaceAsync(ContactPoint before, ContactPointDetails details)
    {
        Host.Time.Advance(TimeSpan.FromHours(1));
        await Host.ChangeAsync(before, entry => entry.End(Actor.System, Host.Now()));
        var entered = ContactPoint.Enter(before.CountryCode, details, Actor.System, Host.Now());
        await Host.AddAsync(entered);
        return entered;
    }

    private async Task EmailAsync(string to, Action<OutgoingEmail> mark)
    {
        var email = OutgoingEmail.Queue(
            new ComposedEmail("registration.contact-point-request", EmailAddress.TryParse(to)!, "en", "Subject", "", "", null),
            new SubjectRef(SubjectKinds.Registration, Guid.NewGuid()), Host.Now());
        await Host.AddAsync(email);
        await Host.ChangeAsync(email, mark);
    }

    private async Task<DeskView> DeskAsync() => (await Host.Get<ViewDesk>().HandleAsync(_reader, default)).Value;

    private async Task<PageOf<RegistrationListRow>> ListAsync(ListRegistrationsRequest request) =>
        (await Host.Get<ListRegistrations>().HandleAsync(request, _reader, default)).Value;
}

public sealed class ViewDeskOnSqlite() : ViewDeskTests(DatabaseKind.Sqlite);

public sealed class ViewDeskOnPostgreSql() : ViewDeskTests(DatabaseKind.PostgreSql);

using Ephyto.AdminConsole.Components.Account.UseCases;
using Ephyto.AdminConsole.Tests.Features.Outbox;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

/// <summary>Whichever e-mail carries a secret link can be written anew: with a new link, to the address on file, or not at all.</summary>
public abstract partial class EmailRenewalTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Actor _officer = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
    }

    [Fact]
    public async Task The_verification_goes_out_with_a_new_link_and_the_old_one_dies()
    {
        var registration = Host.Submitted("BO");
        await Host.AddAsync(registration);
        var (old, fresh) = await RenewedAsync("registration.verify-email", registration.Id);

        Assert.Equal("representative.bo@example.org", fresh.To);
        await AssertReplacedAsync(old, fresh);
        var step = (await Host.StoreAsync(db => db.Set<Registration>().SingleAsync(r => r.Id == registration.Id))).Steps
            .MaxBy(s => s.Number)!;
        Assert.Equal(("registration.verification-resent", ActorKind.User, _officer.Id), (step.Code, step.ActorKind, step.ActorId));
    }

    [Fact]
    public async Task The_request_to_the_contact_point_goes_out_with_a_new_link_and_a_second_press_is_refused()
    {
        var id = await Host.SubmittedAsync("CI", Given.Awa);
        var (old, fresh) = await RenewedAsync("registration.contact-point-request", id);

        await AssertReplacedAsync(old, fresh);
        Assert.Equal(EmailErrors.AlreadyResent, (await Host.ResendAsync(old.Email.Id, _officer)).Error);
        await Host.SendDueAsync();
        Assert.Equal(RegistrationErrors.ResentRecently, (await Host.ResendAsync(fresh.Id, _officer)).Error);
    }

    [Fact]
    public async Task An_old_request_is_sent_again_only_to_the_contact_point_of_today()
    {
        var id = await Host.SubmittedAsync("CI", Given.Awa);
        var old = await SentAsync("registration.contact-point-request", id);
        await Host.StoreAsync(async db =>
        {
            (await db.Set<ContactPoint>().SingleAsync(c => c.CurrentCountryCode == "CI")).End(Actor.System, Host.Now());
            db.Add(Host.Contact("CI", "New Director"));
            return await db.SaveChangesAsync();
        });
        Host.Time.Advance(TimeSpan.FromMinutes(2));

        var fresh = await Host.EmailAsync((await Host.ResendAsync(old.Email.Id, _officer)).Value);

        Assert.NotEqual(old.Email.To, fresh.To);
        Assert.Equal("contact@example.org", fresh.To);
    }

    [Fact]
    public async Task A_request_that_came_back_is_with_the_Secretariat_and_gets_no_new_link()
    {
        var id = await Host.SubmittedAsync("CI", Given.Awa);
        var email = await Host.EmailAsync("registration.contact-point-request", id);
        await Host.ChangeAsync(email, stored => stored.MarkFailed("550 5.1.1 No such user", Host.Now()));
        Host.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(RegistrationErrors.NotAwaited, (await Host.ResendAsync(email.Id, _officer)).Error);
        Assert.Null((await Host.EmailAsync(email.Id)).ResentAs);
    }

    [Fact]
    public async Task A_message_with_the_tracker_says_the_same_again_while_it_is_so_and_older_links_of_the_tracker_live()
    {
        var id = await Host.SubmittedAsync("CI", Given.Awa);
        var (old, fresh) = await RenewedAsync("registration.received", id);

        Assert.Equal((old.Email.Kind, old.Email.Subject, old.Email.To), (fresh.Kind, fresh.Subject, fresh.To));
        Assert.Equal([LinkState.Open, LinkState.Open], [await StateAsync(old.Link), await StateAsync(await Host.LinkOfAsync(fresh))]);
        await Host.SendDueAsync();
        await Host.StoreAsync(async db =>
        {
            var registration = await db.Set<Registration>().SingleAsync(r => r.Id == id);
            var contact = await db.Set<ContactPoint>().SingleAsync(c => c.CurrentCountryCode == "CI");
            Assert.True(registration.AskQuestion(contact, "Since when?", RegistrationPolicy.Default, Host.Now()).IsSuccess);
            return await db.SaveChangesAsync();
        });
        await Host.SendDueAsync();

        var question =
            await Host.EmailAsync((await Host.ResendAsync((await Host.EmailAsync("registration.question", id)).Id, _officer)).Value);
        Assert.Contains("Since when?", question.Text, StringComparison.Ordinal);
        await Host.SendDueAsync();
        // "Received" says that the contact point was asked: no longer so, and its reader gets the way to the tracker.
        Assert.Equal("registration.tracker-link", (await Host.EmailAsync((await Host.ResendAsync(fresh.Id, _officer)).Value)).Kind);
    }

    [Fact]
    public async Task Of_a_closed_registration_no_link_is_made_any_more()
    {
        var id = await Host.SubmittedAsync("CI", Given.Awa);
        await Host.SendDueAsync();
        await Host.ConfirmAsync(id);
        Host.Time.Advance(TimeSpan.FromMinutes(2));

        foreach (var kind in new[] { "registration.received", "registration.contact-point-request" })
            Assert.Equal(RegistrationErrors.NotAwaited, (await Host.ResendAsync((await Host.EmailAsync(kind, id)).Id, _officer)).Error);
    }

    [Fact]
    public async Task A_new_password_and_a_new_address_are_asked_of_the_account_only()
    {
        var user = await Host.AccountAsync("owner@example.org");
        await Host.CallAsync<RequestPasswordReset>(
            reset => reset.HandleAsync(EmailAddress.TryParse("owner@example.org")!, "somewhere", default));
        var reset = await RenewedAsync("account.reset-password", user.Id);
        await AssertReplacedAsync(reset.Old, reset.Fresh);

        var asked =
            await Host.CallAsync(
                (RequestEmailChange change) => change.HandleAsync(new("next@example.org", Given.Password), Actor.User(user.Id), default));
        Assert.True(asked.IsSuccess, asked.Error?.Sentence);
        var emails = await Host.StoreAsync(db => db.Set<OutgoingEmail>().Where(e => e.Kind == "account.confirm-email").OrderBy(e => e.To)
            .ToListAsync());
        var links = await Task.WhenAll(emails.Select(Host.LinkOfAsync));
        await Host.SendDueAsync();
        foreach (var (email, link) in emails.Zip(links))
        {
            var fresh = await Host.EmailAsync((await Host.ResendAsync(email.Id, _officer)).Value);
            Assert.Equal(email.To, fresh.To);
            Assert.Equal([LinkState.Revoked, LinkState.Open], [await StateAsync(link), await StateAsync(await Host.LinkOfAsync(fresh))]);
        }

        await Host.SendDueAsync();
        Host.Time.Advance(TimeSpan.FromHours(25));
        var newest = await Host.StoreAsync(db => db.Set<OutgoingEmail>().Where(e => e.Kind == "account.confirm-email" && e.ResentAs == null)
            .Select(e => e.Id).FirstAsync());
        Assert.Equal(AccountErrors.EmailChangeOver, (await Host.ResendAsync(newest, _officer)).Error);
    }

    [Fact]
    public async Task An_address_that_nobody_could_write_to_is_named_instead_of_silence()
    {
        var id = await Host.SubmittedAsync("CI", Given.Awa);
        var old = await SentAsync("registration.contact-point-request", id);
        await Host.StoreAsync(async db =>
        {
            var details = Staff.DetailsOf("New Director") with { Email = "not an address" };
            (await db.Set<ContactPoint>().SingleAsync(c => c.CurrentCountryCode == "CI")).End(Actor.System, Host.Now());
            db.Add(ContactPoint.Enter("CI", details, Actor.System, Host.Now()));
            return await db.SaveChangesAsync();
        });
        Host.Time.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(EmailErrors.NoUsableAddress, (await Host.ResendAsync(old.Email.Id, _officer)).Error);
        Assert.Null((await Host.EmailAsync(old.Email.Id)).ResentAs);
    }

    private async Task<((OutgoingEmail Email, Guid Link) Old, OutgoingEmail Fresh)> RenewedAsync(string kind, Guid about,
        TimeSpan? later = null, bool isSent = false)
    {
        var old = isSent ? await LinkOfSentAsync(kind, about) : await SentAsync(kind, about);
        Host.Time.Advance(later ?? TimeSpan.FromMinutes(2));
        var resent = await Host.ResendAsync(old.Email.Id, _officer);
        Assert.True(resent.IsSuccess, resent.Error?.Sentence);
        return (old, await Host.EmailAsync(resent.Value));
    }

    private async Task<(OutgoingEmail Email, Guid Link)> SentAsync(string kind, Guid about)
    {
        var email = await Host.EmailAsync(kind, about);
        var link = await Host.LinkOfAsync(email);
        await Host.SendDueAsync();
        return (await Host.EmailAsync(email.Id), link);
    }

    // Its secret is erased by now: the link is found by what it opens.
    private async Task<(OutgoingEmail Email, Guid Link)> LinkOfSentAsync(string kind, Guid about) =>
        (await Host.EmailAsync(kind, about),
            await Host.StoreAsync(db => db.Set<AccessLink>().Where(l => l.SubjectId == about).Select(l => l.Id).SingleAsync()));

    private async Task AssertReplacedAsync((OutgoingEmail Email, Guid Link) old, OutgoingEmail fresh)
    {
        var noted = await Host.EmailAsync(old.Email.Id);
        Assert.Equal((EmailState.Sent, fresh.Id, null), (noted.State, noted.ResentAs!.Value, noted.ProtectedSecret));
        Assert.Equal((EmailState.Queued, old.Email.Id, old.Email.To), (fresh.State, fresh.ResendOf!.Value, fresh.To));
        Assert.Equal([LinkState.Revoked, LinkState.Open], [await StateAsync(old.Link), await StateAsync(await Host.LinkOfAsync(fresh))]);
    }

    private Task<LinkState> StateAsync(Guid link) =>
        Host.StoreAsync(async db => (await db.Set<AccessLink>().SingleAsync(l => l.Id == link)).StateAt(Host.Now()));
}

public sealed class EmailRenewalOnSqlite() : EmailRenewalTests(DatabaseKind.Sqlite);

public sealed class EmailRenewalOnPostgreSql() : EmailRenewalTests(DatabaseKind.PostgreSql);

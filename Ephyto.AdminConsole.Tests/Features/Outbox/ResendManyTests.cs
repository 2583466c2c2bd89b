using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Outbox;

/// <summary>All that a fault of the mail server left undelivered, sent again in one act.</summary>
public abstract class ResendManyTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Actor _officer = Actor.Anonymous;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
    }

    [Fact]
    public async Task All_go_out_again_each_with_its_own_entry_in_the_audit_trail()
    {
        await Host.FailedAsync("one@example.org");
        await Host.FailedAsync("two@example.org");
        var settled = await Host.FailedAsync("three@example.org");
        await Host.SettleAsync(settled.Id, _officer);

        var done = (await Host.ResendManyAsync(_officer)).Value;
        await Host.SendDueAsync();

        Assert.Equal((2, 0, 0, false), (done.Sent, done.Left, done.Refused.Count, done.IsMore));
        Assert.Equal(["one@example.org", "two@example.org"],
            Host.Emails.Sent.Select(sent => sent.To.Mailboxes.Single().Address).Order(StringComparer.Ordinal));
        Assert.Equal(2,
            await Host.StoreAsync(db => db.Set<AuditEntry>().CountAsync(e => e.Code == "email.resent" && e.ActorId == _officer.Id)));
        Assert.Equal(0, await Host.UndeliveredAsync(_officer));
        Assert.Equal(0, (await Host.ResendManyAsync(_officer)).Value.Sent);
    }

    [Fact]
    public async Task The_filter_of_the_list_holds()
    {
        await Host.FailedAsync("one@example.org");
        var other = await Host.FailedAsync("two@example.org");

        Assert.Equal(1, (await Host.ResendManyAsync(_officer, search: "two@example.org")).Value.Sent);

        Assert.NotNull((await Host.EmailAsync(other.Id)).ResentAs);
        Assert.Equal(1, await Host.UndeliveredAsync(_officer));
        Assert.Equal(0, (await Host.ResendManyAsync(_officer, kind: "nppo.reactivated")).Value.Sent);
    }

    [Fact]
    public async Task What_cannot_be_sent_again_is_named_with_the_reason_and_keeps_nothing_else_from_going_out()
    {
        var registration = await Host.SubmittedAsync("CI", Given.Awa);
        var asked = await Host.EmailAsync("registration.contact-point-request", registration);
        await Host.ChangeAsync(asked, email => email.MarkFailed("554 Trouble", Host.Now(), DeliveryTrouble.Other));
        await Host.StoreAsync(async db =>
        {
            (await db.Set<Registration>().SingleAsync(r => r.Id == registration)).Withdraw(null, Host.Now());
            return await db.SaveChangesAsync();
        });
        await Host.FailedAsync();

        var done = (await Host.ResendManyAsync(_officer)).Value;

        Assert.Equal(1, done.Sent);
        var refused = Assert.Single(done.Refused);
        Assert.Equal((asked.Id, asked.Subject, asked.To), (refused.Id, refused.Subject, refused.To));
        Assert.Equal("registration.not-awaited", refused.Why.Code);
    }

    [Fact]
    public async Task Of_two_that_say_the_same_only_the_newest_goes_and_its_delivery_settles_the_other()
    {
        var older = await Host.FailedAsync();
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        var newer = Host.Notice(id: older.SubjectId);
        newer.MarkFailed("451 Down for too long", Host.Now(), DeliveryTrouble.TryLater);
        await Host.AddAsync(newer);
        Host.Time.Advance(TimeSpan.FromMinutes(1));

        var done = (await Host.ResendManyAsync(_officer)).Value;
        await Host.SendDueAsync();

        Assert.Equal((1, 1), (done.Sent, done.Left));
        Assert.Single(Host.Emails.Sent);
        Assert.NotNull((await Host.EmailAsync(newer.Id)).ResentAs);
        Assert.NotNull((await Host.EmailAsync(older.Id)).SettledAt);
        Assert.Equal(0, await Host.UndeliveredAsync(_officer));
    }

    [Fact]
    public async Task What_was_counted_goes_and_nothing_that_failed_or_was_seen_to_after_the_question()
    {
        var first = await Host.FailedAsync("one@example.org");
        var second = await Host.FailedAsync("two@example.org");
        var counted = (await Host.Get<ResendMany>().CountAsync(null, null, _officer, default)).Value;
        Assert.Equal(2, counted.Ids.Count);

        var late = await Host.FailedAsync("late@example.org");
        await Host.SettleAsync(second.Id, _officer);
        var done = (await Host.Get<ResendMany>().HandleAsync(counted, _officer, default)).Value;

        Assert.Equal(1, done.Sent);
        Assert.NotNull((await Host.EmailAsync(first.Id)).ResentAs);
        Assert.Null((await Host.EmailAsync(late.Id)).ResentAs);
        Assert.Null((await Host.EmailAsync(second.Id)).ResentAs);
        var changed = Assert.Single(done.Refused);
        Assert.Equal((second.Id, AccessErrors.ChangedMeanwhile), (changed.Id, changed.Why));
    }

    [Fact]
    public async Task No_more_than_a_bounded_number_goes_at_once()
    {
        for (var number = 0; number <= ResendMany.Most; number++) await Host.FailedAsync($"reader{number}@example.org");

        var done = (await Host.ResendManyAsync(_officer)).Value;

        Assert.Equal((ResendMany.Most, true), (done.Sent, done.IsMore));
        Assert.Equal(1, await Host.UndeliveredAsync(_officer));
    }
}

public sealed class ResendManyOnSqlite() : ResendManyTests(DatabaseKind.Sqlite);

public sealed class ResendManyOnPostgreSql() : ResendManyTests(DatabaseKind.PostgreSql);

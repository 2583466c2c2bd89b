using Ephyto.AdminConsole.Data;
using Ephyto.AdminConsole.Platform.Live;
using Ephyto.AdminConsole.Tests.DomainModel.Registrations;
using Ephyto.AdminConsole.Tests.Features.Outbox;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Links;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Platform.Events;

public sealed class DomainEventPipelineOnSqlite() : DomainEventPipelineTests(DatabaseKind.Sqlite);

public sealed class DomainEventPipelineOnPostgreSql() : DomainEventPipelineTests(DatabaseKind.PostgreSql);

public abstract class DomainEventPipelineTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private readonly DatabaseKind _kind = kind;

    // A node that begins to listen makes everybody look again: whoever counts what is heard waits until that is over.
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        if (_kind != DatabaseKind.PostgreSql) return;
        var heard = 0;
        using var _ = Host.Get<ILiveEvents>()
            .Subscribe([LiveTopic.All(SubjectKinds.Letter)], () => { Interlocked.Increment(ref heard); return Task.CompletedTask; });
        var ofAnotherNode = $$"""{"Node":"{{Guid.NewGuid()}}","Changes":[{"Kind":"{{SubjectKinds.Letter}}","Id":"{{Guid.NewGuid()}}"}]}""";
        await Eventually.TrueAsync(async () =>
        {
            await Host.StoreAsync(db => db.Database.ExecuteSqlAsync($"SELECT pg_notify('ephyto_live', {ofAnotherNode})"));
            return Volatile.Read(ref heard) > 0;
        }, "the node to listen");
    }

    [Fact]
    public async Task A_save_brings_its_email_its_audit_row_and_its_live_event()
    {
        var heard = new TaskCompletionSource();
        using var _ = Host.Get<ILiveEvents>()
            .Subscribe([LiveTopic.All(SubjectKinds.Registration)], () => { heard.TrySetResult(); return Task.CompletedTask; });

        var registration = RegistrationSample.SubmitNew();
        await Host.AddAsync(registration);

        await heard.Task.WaitAsync(Patience.Usual, TestContext.Current.CancellationToken);
        Assert.Empty(registration.DomainEvents);
        Assert.Equal((1, 1, 1), await CountAsync());
    }

    [Fact]
    public async Task A_failed_save_leaves_no_email_no_audit_row_no_link_and_no_live_event()
    {
        await Host.AddAsync(RegistrationSample.Verified("BJ"));
        var before = await CountAsync();
        var heard = 0;
        using var _ = Host.Get<ILiveEvents>()
            .Subscribe([LiveTopic.All(SubjectKinds.Registration)], () => { Interlocked.Increment(ref heard); return Task.CompletedTask; });

        var second = RegistrationSample.Verified("BJ");
        await Host.StoreAsync(async db =>
        {
            db.Add(second);
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
            Assert.NotEmpty(second.DomainEvents);
            return db.ChangeTracker.Entries<OutgoingEmail>().Count(e => e.State == EntityState.Added);
        });

        Assert.Equal(before, await CountAsync());
        Assert.Equal(0, Volatile.Read(ref heard));
    }

    [Fact]
    public async Task A_rolled_back_transaction_tells_nobody()
    {
        var heard = 0;
        using var _ = Host.Get<ILiveEvents>()
            .Subscribe([LiveTopic.All(SubjectKinds.Registration)], () => { Interlocked.Increment(ref heard); return Task.CompletedTask; });
        await Host.StoreAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(RegistrationSample.SubmitNew());
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });

        Assert.Equal((0, 0, 0), await CountAsync());
        Assert.Equal(0, Volatile.Read(ref heard));
    }

    [Fact]
    public async Task An_email_that_is_queued_without_any_event_is_told_to_the_live_feed_and_to_nobody_else()
    {
        var (heard, aboutIt) = (new TaskCompletionSource(), new TaskCompletionSource());
        var email = Host.Notice();
        using var all = Host.Get<ILiveEvents>()
            .Subscribe([LiveTopic.All(SubjectKinds.Email)], () => { heard.TrySetResult(); return Task.CompletedTask; });
        using var one = Host.Get<ILiveEvents>()
            .Subscribe([new(email.SubjectKind, email.SubjectId)], () => { aboutIt.TrySetResult(); return Task.CompletedTask; });

        await Host.AddAsync(email);

        await Task.WhenAll(heard.Task, aboutIt.Task).WaitAsync(Patience.Usual, TestContext.Current.CancellationToken);
        Assert.Equal((1, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task Of_two_people_who_change_the_same_thing_the_second_is_told()
    {
        var (registration, contact) = (RegistrationSample.SubmitNew(), RegistrationSample.Contact());
        await Host.AddAsync(registration, contact);
        await Host.StoreAsync(async db =>
        {
            var mine = await db.Set<Registration>().SingleAsync(r => r.Id == registration.Id);
            await Host.StoreAsync(async other =>
            {
                (await other.Set<Registration>().SingleAsync(r => r.Id == registration.Id)).Withdraw(null, RegistrationSample.Start);
                return await other.SaveChangesAsync();
            });
            mine.VerifyEmail(contact, RegistrationSample.Policy, RegistrationSample.Start);
            Assert.Equal("access.changed-meanwhile", (await db.TrySaveAsync(default))?.Code);
            return 0;
        });
    }

    [Fact]
    public async Task The_audit_chain_holds_with_writers_in_parallel()
    {
        string[] countries = ["CI", "BJ", "GH", "KE", "SN", "TN", "MA", "CM", "ES", "FR"];
        await Task.WhenAll(countries.Select(country => Task.Run(() => Host.AddAsync(RegistrationSample.SubmitNew(country)))));

        var entries = await Host.StoreAsync(db => db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, countries.Length).Select(n => (long)n), entries.Select(e => e.Sequence));
        var previous = AuditEntry.Genesis;
        foreach (var entry in entries)
        {
            Assert.Equal(previous, entry.PreviousHash);
            Assert.Equal(entry.Hash, entry.ComputeHash());
            previous = entry.Hash;
        }
    }

    private async Task<(int Emails, int Audits, int Links)> CountAsync() => await Host.StoreAsync(async db => (
        await db.Set<OutgoingEmail>().CountAsync(), await db.Set<AuditEntry>().CountAsync(), await db.Set<AccessLink>().CountAsync()));
}

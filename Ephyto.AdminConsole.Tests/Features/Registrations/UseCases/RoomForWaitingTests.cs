using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Tests.Features.Registrations.Recover;
using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.UseCases;

public sealed class RoomForWaitingOnSqlite() : RoomForWaitingTests(DatabaseKind.Sqlite);

public sealed class RoomForWaitingOnPostgreSql() : RoomForWaitingTests(DatabaseKind.PostgreSql);

/// <summary>How many registrations may wait for verification, and who gives way.</summary>
public abstract class RoomForWaitingTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private Registrar Registrar => field ??= new Registrar(Host);

    private protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Registration:Form:WaitingPerCountry"] = "5",
        ["Registration:Form:WaitingPerEmail"] = "2",
        ["Registration:Form:WaitingPerSender"] = "4",
        ["Registration:Form:PerAddressPerHour"] = "1000",
        ["Registration:Form:OverallPerHour"] = "1000",
    };

    [Fact]
    public async Task A_flood_for_one_country_ends_its_own_and_leaves_the_one_of_somebody_else()
    {
        var honest = await Host.ApplyAsync("honest@example.org", "192.0.2.1");
        foreach (var sender in Enumerable.Range(0, 3))
        {
            foreach (var number in Enumerable.Range(0, 4))
                Assert.True((await Host.TryApplyAsync($"flood{sender}-{number}@example.org", $"198.51.100.{sender}")).IsSuccess);
            Host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(5, await WaitingAsync());
        Assert.True((await Registrar.LoadAsync(honest)).IsUnverified);
        Assert.Equal(RegistrationStatus.Escalated, (await Host.VerifyAsync(honest)).Status);
    }

    [Fact]
    public async Task Whoever_comes_last_finds_room_also_while_a_flood_goes_on()
    {
        foreach (var sender in Enumerable.Range(0, 8)) await Host.ApplyAsync($"flood{sender}@example.org", $"198.51.100.{sender}");

        var honest = await Host.ApplyAsync("honest@example.org", "192.0.2.1");

        Assert.Equal(5, await WaitingAsync());
        Assert.True((await Registrar.LoadAsync(honest)).IsUnverified);
    }

    [Fact]
    public async Task To_one_address_few_of_a_sender_wait_and_the_newest_stays()
    {
        List<Guid> submitted = [];
        foreach (var country in (string[])["CI", "GH", "TG"])
        {
            submitted.Add(await Host.ApplyAsync("victim@example.org", "192.0.2.1", country));
            Host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var gone = await Registrar.LoadAsync(submitted[0]);
        Assert.Equal((RegistrationStatus.Expired, "registration.made-room"), (gone.Status, gone.Steps.MaxBy(step => step.Number)!.Code));
        Assert.Equal(EmailState.Cancelled, Assert.Single(await Registrar.EmailsAsync(gone.Id)).State);
        foreach (var id in submitted.Skip(1)) Assert.True((await Registrar.LoadAsync(id)).IsUnverified);
    }

    [Fact]
    public async Task One_sender_leaves_few_waiting_however_they_end_and_is_forgotten_then()
    {
        foreach (var country in (string[])["CI", "GH", "TG", "BJ"])
        {
            var id = await Host.ApplyAsync($"{country}@example.org", "192.0.2.1", country);
            await Host.StoreAsync(async db =>
            {
                (await db.Set<Registration>().SingleAsync(r => r.Id == id)).Withdraw(null, Host.Now());
                return await db.SaveChangesAsync();
            });
        }

        Assert.Equal(RegisterErrors.TooManyWaiting, (await Host.TryApplyAsync("fifth@example.org", "192.0.2.1")).Error);
        Assert.True((await Host.TryApplyAsync("other@example.org", "192.0.2.2")).IsSuccess);
        Host.Time.Advance(TimeSpan.FromHours(49));
        await Host.CallAsync((AdvanceRegistrations advance) => advance.HandleAsync(default));
        Assert.Equal(0, await Host.StoreAsync(db => db.Set<Registration>().CountAsync(r => r.SentFrom != null)));
        Assert.True((await Host.TryApplyAsync("fifth@example.org", "192.0.2.1")).IsSuccess);
    }

    [Fact]
    public async Task Where_it_was_sent_from_is_forgotten_with_the_verification()
    {
        var id = await Host.ApplyAsync("applicant@example.org", "192.0.2.1");
        Assert.Equal("192.0.2.1", (await Registrar.LoadAsync(id)).SentFrom);

        Assert.Null((await Host.VerifyAsync(id)).SentFrom);
    }

    [Fact]
    public async Task What_an_officer_started_does_not_give_way()
    {
        await Host.AddAsync(Answers.Nppo("CI", activated: false, Host.Now()));
        var officer = await Host.AppointAsync(HubRole.SecretariatOfficer);
        var recovery = (await Host.StartRecoveryAsync(actor: officer)).Value.Id;
        Host.Time.Advance(TimeSpan.FromMinutes(1));
        foreach (var sender in Enumerable.Range(0, 7))
            Assert.True(
                (await Host.StartRecoveryAsync(sender: $"198.51.100.{sender}",
                    changes: (RegisterField.Email, $"flood{sender}@example.org"))).IsSuccess);

        Assert.Equal(5, await WaitingAsync());
        Assert.True((await Registrar.LoadAsync(recovery)).IsUnverified);
    }

    [Fact]
    public async Task Twenty_at_the_same_instant_leave_no_more_than_there_is_room_for_and_none_fails()
    {
        using var together = new Barrier(20);
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait();
                return Host.TryApplyAsync($"applicant{number}@example.org", $"198.51.100.{number}");
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        Assert.All(results, result => Assert.Null(result.Error));
        await Host.ApplyAsync("last@example.org", "192.0.2.1");
        Assert.Equal(5, await WaitingAsync());
    }

    private Task<int> WaitingAsync() =>
        Host.StoreAsync(db => db.Set<Registration>().CountAsync(r => r.Status == RegistrationStatus.Submitted));
}

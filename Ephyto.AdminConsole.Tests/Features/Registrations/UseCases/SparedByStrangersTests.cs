using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Tests.Features.Registrations.Recover;
using Ephyto.AdminConsole.Tests.Features.Registrations.Register;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Notifications;
using Ephyto.Domain.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.UseCases;

public sealed class SparedByStrangersOnSqlite() : SparedByStrangersTests(DatabaseKind.Sqlite);

public sealed class SparedByStrangersOnPostgreSql() : SparedByStrangersTests(DatabaseKind.PostgreSql);

/// <summary>What strangers send whose addresses nobody verified shuts nobody else out, neither of a country nor of an address.</summary>
public abstract class SparedByStrangersTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private const string Stranger = "203.0.113.6";
    private const string Victim = "victim@ministry.example";
    private static readonly string[] Countries = ["GH", "TG", "BJ", "ML", "NE", "SN", "KE", "UG", "TZ", "RW", "BI", "ZM", "BF", "GN", "GM",
        "LR", "SL", "CV", "NG", "CM", "GA", "MW"];

    private Registrar Registrar => field ??= new Registrar(Host);

    [Fact]
    public async Task The_recovery_of_a_country_stays_open_to_others_however_often_one_sender_asked_for_it()
    {
        await Host.ConfirmedNppoAsync();
        for (var number = 0; number < 12; number++) await Host.StartRecoveryAsync(sender: Stranger,
            changes: (RegisterField.Email, $"stranger{number}@example.org"));

        foreach (var number in Enumerable.Range(0, 3))
        {
            var honest = await Host.StartRecoveryAsync(sender: $"192.0.2.{number}",
                changes: (RegisterField.Email, $"honest{number}@example.org"));
            Assert.True(honest.IsSuccess, honest.Error?.Sentence);
        }
    }

    [Fact]
    public async Task Strangers_end_no_registration_of_an_address_and_keep_nobody_from_a_new_one()
    {
        var own = await Host.ApplyAsync(Victim, "192.0.2.1");
        foreach (var country in Countries.Take(9)) await Host.TryApplyAsync(Victim, Stranger, country);
        foreach (var country in Countries.Skip(9).Take(3)) await Host.TryApplyAsync(Victim, $"203.0.113.{country[0]}", country);

        Assert.True((await Registrar.LoadAsync(own)).IsUnverified);
        var again = await Host.TryApplyAsync(Victim, "192.0.2.1");
        Assert.True(again.IsSuccess, again.Error?.Sentence);
        Assert.Equal(RegistrationStatus.Escalated, (await Host.VerifyAsync(own)).Status);
    }

    [Fact]
    public async Task A_registration_that_is_not_possible_uses_nothing_of_what_there_is_for_its_address()
    {
        await Host.AddAsync(Answers.Nppo("CI", activated: true, Host.Now()));
        foreach (var _ in Enumerable.Range(0, 8)) Assert.False((await Host.TryApplyAsync(Victim, Stranger)).IsSuccess);

        foreach (var country in Countries.Take(4))
        {
            var sent = await Host.TryApplyAsync(Victim, Stranger, country);
            Assert.True(sent.IsSuccess, sent.Error?.Sentence);
        }
    }

    [Fact]
    public async Task Each_senders_first_of_a_day_comes_through_until_the_mailbox_has_what_it_bears()
    {
        foreach (var (country, number) in Countries.Select((country, number) => (country, number))) await Host.TryApplyAsync(Victim,
            $"203.0.113.{number}", country);

        Assert.Equal(EmailLimits.MostAtOnce(EmailCause.Registration), await EmailsToAsync());
        Assert.Equal(RegisterErrors.TooManyToAddress, (await Host.TryApplyAsync(Victim, "192.0.2.1")).Error);
        Host.Time.Advance(TimeSpan.FromHours(3));
        Assert.True((await Host.TryApplyAsync(Victim, "192.0.2.1")).IsSuccess);
    }

    [Fact]
    public async Task What_follows_a_plus_makes_no_other_mailbox()
    {
        foreach (var (country, number) in Countries.Take(9).Select((country, number) => (country, number)))
            await Host.TryApplyAsync($"victim+{number}@ministry.example", Stranger, country);

        // The first of its sender, and three more.
        Assert.Equal(4, await EmailsToAsync());
    }

    private Task<int> EmailsToAsync() => Host.StoreAsync(db => db.Set<OutgoingEmail>().CountAsync(email => email.To.StartsWith("victim")));
}

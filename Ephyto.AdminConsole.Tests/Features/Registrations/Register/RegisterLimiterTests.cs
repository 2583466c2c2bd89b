using System.Net;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Features.Registrations.Recover;
using Ephyto.AdminConsole.Tests.Features.Registrations.UseCases;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

public abstract class RegisterLimiterTests(DatabaseKind kind) : UseCaseTests(kind)
{
    private protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Registration:Form:PerAddressPerHour"] = "2", ["Registration:Form:OverallPerHour"] = "4" };

    [Fact]
    public async Task One_sender_has_a_number_of_submissions_an_hour()
    {
        Assert.True(await EnterAsync("a"));
        Assert.True(await EnterAsync("a"));
        Assert.False(await EnterAsync("a"));
        Assert.True(await EnterAsync("b"));

        Host.Time.Advance(TimeSpan.FromHours(1));
        Assert.True(await EnterAsync("a"));
    }

    [Fact]
    public async Task All_senders_together_have_one_too_and_each_ones_first_comes_through()
    {
        foreach (var sender in new[] { "a", "b", "c", "d" }) Assert.True(await AcceptAsync(sender));

        Assert.False(await EnterAsync("a"));
        Assert.False(await EnterAsync(null));
        Assert.True(await AcceptAsync("e"));
        Assert.False(await EnterAsync("e"));
        Host.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.True(await EnterAsync("a"));
    }

    [Fact]
    public async Task A_thousand_refused_attempts_of_one_sender_shut_nobody_else_out()
    {
        await Host.VerifyAsync(await Host.ApplyAsync("first@example.org", "somebody", "GH"));
        for (var attempt = 0; attempt < 1_000; attempt++) Assert.False(
            (await Host.TryApplyAsync($"other{attempt}@example.org", "flood", "GH")).IsSuccess);

        Assert.True((await Host.TryApplyAsync("honest@example.org", "office", "TG")).IsSuccess);
        Assert.True((await Host.TryApplyAsync("colleague@example.org", "office", "BJ")).IsSuccess);
    }

    [Fact]
    public async Task A_refused_attempt_does_not_count()
    {
        for (var attempt = 0; attempt < 10; attempt++) await EnterAsync("a");

        Assert.True(await EnterAsync("b"));
    }

    private async Task<bool> AcceptAsync(string sender)
    {
        if (!await EnterAsync(sender)) return false;
        await Host.Get<RegisterLimiter>().CountAsync(sender, CancellationToken.None);
        return true;
    }

    private Task<bool> EnterAsync(string? sender) => Host.Get<RegisterLimiter>().TryEnterAsync(sender, CancellationToken.None);
}

public sealed class RegisterLimiterOnSqlite() : RegisterLimiterTests(DatabaseKind.Sqlite);

public sealed class RegisterLimiterOnPostgreSql() : RegisterLimiterTests(DatabaseKind.PostgreSql);

public sealed class SenderTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3::4", "20010DB800010002")]
    [InlineData("2001:db8:1:2:ffff::1", "20010DB800010002")]
    public void A_subscriber_is_one_sender(string address, string sender) =>
        Assert.Equal(sender, RateLimits.Sender(IPAddress.Parse(address)));
}

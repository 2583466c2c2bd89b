using System.Net;
using Ephyto.AdminConsole.Features.Registrations.Register;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Ephyto.AdminConsole.Tests.Features.Registrations.Register;

public sealed class RegisterLimiterTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RegisterLimiter _limiter;

    public RegisterLimiterTests() =>
        _limiter = new RegisterLimiter(Options.Create(new RegisterOptions { PerAddressPerHour = 2, OverallPerHour = 4 }), _time);

    [Fact]
    public void One_sender_has_a_number_of_submissions_an_hour()
    {
        Assert.True(_limiter.TryEnter("a"));
        Assert.True(_limiter.TryEnter("a"));
        Assert.False(_limiter.TryEnter("a"));
        Assert.True(_limiter.TryEnter("b"));

        _time.Advance(TimeSpan.FromHours(1));
        Assert.True(_limiter.TryEnter("a"));
    }

    [Fact]
    public void All_senders_together_have_one_too()
    {
        Assert.All(["a", "b", "c", "d"], sender => Assert.True(_limiter.TryEnter(sender)));
        Assert.False(_limiter.TryEnter("e"));
        Assert.False(_limiter.TryEnter(null));
    }

    [Fact]
    public void A_refused_attempt_does_not_count()
    {
        for (var attempt = 0; attempt < 10; attempt++) _limiter.TryEnter("a");

        Assert.True(_limiter.TryEnter("b"));
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3::4", "20010DB800010002")]
    [InlineData("2001:db8:1:2:ffff::1", "20010DB800010002")]
    public void A_subscriber_is_one_sender(string address, string sender) =>
        Assert.Equal(sender, RegisterLimiter.AddressOf(IPAddress.Parse(address)));
}

using Ephyto.AdminConsole.Platform.Security;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Platform.Security;

public sealed class IdentityTotpTests
{
    /// <summary>"12345678901234567890", the key of the vectors of RFC 6238.</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        Assert.Equal(code, IdentityTotp.CodeAt(Key, IdentityTotp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));
        Assert.Equal(code, Authenticator.CodeOf(Key, DateTimeOffset.FromUnixTimeSeconds(seconds)));
    }

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_be_half_a_minute_off(int seconds, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var code = Authenticator.CodeOf(Key, now.AddSeconds(seconds));

        Assert.Equal(taken, IdentityTotp.FindStep(Key, code, now) is not null);
    }

    [Fact]
    public void Keys_have_160_bits_and_differ()
    {
        var keys = Enumerable.Range(0, 20).Select(_ => IdentityTotp.NewKey()).ToList();

        Assert.All(keys, key => Assert.Matches("^[A-Z2-7]{32}$", key));
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }
}

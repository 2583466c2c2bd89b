using Xunit.Sdk;

namespace Ephyto.AdminConsole.Tests.Support.Tests;

public sealed class EventuallyTests
{
    [Fact]
    public async Task It_returns_as_soon_as_the_state_is_reached()
    {
        var asked = 0;
        Assert.Equal("3", await Eventually.GetAsync(() => Task.FromResult(++asked < 3 ? null : $"{asked}"), "three"));
    }

    [Fact]
    public async Task It_says_what_it_waited_for()
    {
        var failure = await Assert.ThrowsAsync<FailException>(
            () => Eventually.TrueAsync(() => false, "the impossible", TimeSpan.FromMilliseconds(60)));
        Assert.Contains("the impossible", failure.Message, StringComparison.Ordinal);
    }
}

using Xunit.Sdk;

namespace Ephyto.AdminConsole.Tests.Support.Tests;

public sealed class NeededTests
{
    [Fact]
    public void A_missing_tool_fails_where_nothing_may_be_left_out_and_is_said_elsewhere()
    {
        Assert.Equal("No lamp.", Assert.Throws<FailException>(() => Needed.Tool(null, "No lamp.", strict: true)).Message);
        Assert.EndsWith("No lamp.", SkippedWith(() => Needed.Tool(null, "No lamp.", strict: false)), StringComparison.Ordinal);
        Assert.Equal("/bin/lamp", Needed.Tool("/bin/lamp", "No lamp.", strict: true));
    }

    [Fact]
    public void A_tool_is_found_on_the_search_path_or_where_it_is_said_to_be()
    {
        Assert.EndsWith("/sh", Needed.Find("no-such-tool", "sh"), StringComparison.Ordinal);
        Assert.Equal("/bin/sh", Needed.Find("/no/such/tool", "/bin/sh"));
        Assert.Null(Needed.Find("no-such-tool"));
    }

    /// <summary>Assert.Throws would take the skip for one of this test.</summary>
    private static string? SkippedWith(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (SkipException skip)
        {
            return skip.Message;
        }
    }
}

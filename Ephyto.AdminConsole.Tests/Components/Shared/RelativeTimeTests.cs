using Ephyto.AdminConsole.Components.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Tests.Components.Shared;

public sealed class RelativeTimeTests : ShellContext
{
    private static readonly DateTime Now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(-20, "just now")]
    [InlineData(20, "in a moment")]
    [InlineData(-60, "1 minute ago")]
    [InlineData(-3540, "59 minutes ago")]
    [InlineData(3600, "in 1 hour")]
    [InlineData(-86400, "1 day ago")]
    [InlineData(4 * 86400 - 5, "in 4 days")]
    [InlineData(-4 * 86400 + 7200, "3 days ago")]
    [InlineData(-45 * 86400, "1 month ago")]
    [InlineData(-800 * 86400, "2 years ago")]
    public void A_distance_is_told_in_its_largest_whole_unit(int seconds, string words) =>
        Assert.Equal(words,
            RelativeTime.Describe(Now.AddSeconds(seconds), Now, Services.GetRequiredService<IStringLocalizer<SharedText>>()));
}

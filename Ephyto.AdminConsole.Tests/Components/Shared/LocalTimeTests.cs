using Bunit;
using Ephyto.AdminConsole.Components.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Components.Shared;

public sealed class LocalTimeTests : ShellContext
{
    private static readonly DateTime Nine = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_time_is_exact_and_relative_in_UTC_until_the_zone_is_known()
    {
        var shown = Show(Nine);

        Assert.Equal("23 November 2026, 09:00 UTC (3 hours ago)", Text(shown));
        Assert.Equal("2026-11-23T09:00:00Z", shown.Find("time").GetAttribute("datetime"));
        Assert.True(shown.Find("time").HasAttribute("data-utc"));
    }

    [Theory]
    [InlineData("Africa/Nairobi", "23 November 2026, 12:00 UTC+3")]
    [InlineData("Asia/Kolkata", "23 November 2026, 14:30 UTC+5:30")]
    [InlineData("America/St_Johns", "23 November 2026, 05:30 UTC-3:30")]
    public void A_time_stands_in_the_zone_of_the_reader(string zone, string exact)
    {
        Services.GetRequiredService<ReaderTimeZone>().Name = zone;
        var time = Show(Nine).Find("time");

        Assert.Equal(exact, time.TextContent);
        Assert.False(time.HasAttribute("data-utc"));
    }

    [Fact]
    public void A_time_reads_French()
    {
        ReadIn("fr");

        Assert.Equal("23 novembre 2026, 09:00 UTC (il y a 3 heures)", Text(Show(Nine)));
    }

    [Fact]
    public void A_dense_list_keeps_the_exact_time_within_reach()
    {
        var time = Render<LocalTime>(parameters => parameters.Add(t => t.Value, Nine.AddDays(14).AddHours(3)).Add(t => t.Compact, true))
            .Find("time");

        Assert.Equal("in 14 days", time.TextContent);
        Assert.Equal("7 December 2026, 12:00 UTC", time.GetAttribute("title"));
    }

    private static string Text(IRenderedComponent<LocalTime> shown) => shown.Find(".time").TextContent;

    private IRenderedComponent<LocalTime> Show(DateTime value) => Render<LocalTime>(parameters => parameters.Add(t => t.Value, value));
}

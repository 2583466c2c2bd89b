using Ephyto.AdminConsole.Platform.Emails;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Tests.Platform.Emails;

public sealed class RetryScheduleTests
{
    private static readonly RetrySchedule Schedule =
        new(Options.Create(new EmailOptions { FirstRetrySeconds = 30, MaximumRetryMinutes = 10, MaximumAttempts = 8 }));

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(3, 120)]
    [InlineData(5, 480)]
    [InlineData(6, 600)]
    [InlineData(7, 600)]
    public void Each_pause_is_twice_the_last_until_the_longest_and_spread_over_its_second_half(int failures, int longest)
    {
        var pauses = Enumerable.Range(0, 500).Select(_ => Schedule.DelayAfter(failures)!.Value.TotalSeconds).ToList();

        Assert.All(pauses, pause => Assert.InRange(pause, longest / 2.0, longest));
        Assert.True(pauses.Max() - pauses.Min() > longest * 0.4);
    }

    [Fact]
    public void After_the_last_try_there_is_none()
    {
        Assert.NotNull(Schedule.DelayAfter(7));
        Assert.Null(Schedule.DelayAfter(8));
        Assert.Null(Schedule.DelayAfter(9));
    }

    [Fact]
    public void An_endless_number_of_tries_still_has_a_longest_pause() =>
        Assert.InRange(
            new RetrySchedule(Options.Create(new EmailOptions { MaximumAttempts = int.MaxValue })).DelayAfter(100_000)!.Value.TotalMinutes,
            30, 60);

    [Fact]
    public void With_the_defaults_an_email_is_tried_for_about_a_day()
    {
        var schedule = new RetrySchedule(Options.Create(new EmailOptions()));
        var whole = Enumerable.Range(1, 29).Sum(failures => schedule.DelayAfter(failures)!.Value.TotalHours);

        Assert.InRange(whole, 12, 24);
    }
}

using Ephyto.AdminConsole.Features.Sandbox.Push;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Push;

/// <summary>When a call that did not arrive is made again.</summary>
public sealed class PushScheduleTests
{
    private static readonly DateTime Last = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_waits_grow_from_a_minute_to_a_day_and_end_after_three_days()
    {
        var waits = Enumerable.Range(1, PushSchedule.MostAttempts - 1).Select(n => PushSchedule.NextAt(n, Last, 0)!.Value - Last).ToList();

        Assert.Equal(TimeSpan.FromMinutes(1), waits[0]);
        Assert.Equal(TimeSpan.FromDays(1), waits[^1]);
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits.Sum(wait => wait.TotalDays), 2, 4);
        Assert.Null(PushSchedule.NextAt(PushSchedule.MostAttempts, Last, 0));
    }

    [Fact]
    public void Calls_that_failed_together_are_spread_over_a_tenth_of_the_wait()
    {
        Assert.Equal(Last.AddMinutes(15), PushSchedule.NextAt(3, Last, 0));
        Assert.Equal(Last.AddMinutes(16.5), PushSchedule.NextAt(3, Last, 1));
        Assert.Equal(DateTimeKind.Utc, PushSchedule.NextAt(3, Last, 0.5)!.Value.Kind);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, -0.1)]
    [InlineData(1, 1.1)]
    public void What_makes_no_sense_is_a_mistake_of_the_caller(int attempts, double spread) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PushSchedule.NextAt(attempts, Last, spread));

    [Fact]
    public void What_arrived_is_not_sent_again() => Assert.Equal([nameof(PushResult.Delivered), nameof(PushResult.Acknowledged)],
        Enum.GetValues<PushResult>().Where(result => !PushSchedule.IsTriedAgain(result)).Select(result => result.ToString()));
}

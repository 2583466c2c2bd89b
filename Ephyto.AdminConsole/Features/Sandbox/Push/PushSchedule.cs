namespace Ephyto.AdminConsole.Features.Sandbox.Push;

/// <summary>When a call that did not arrive is made again. Nothing here knows the store or the clock.</summary>
internal static class PushSchedule
{
    // A restart, a deployment, a night, a weekend.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    /// <summary>As often is a call made at most, the first time included.</summary>
    public static int MostAttempts => Waits.Length + 1;

    /// <summary>When to call again.</summary>
    /// <param name="attempts">How many were made, one at least.</param>
    /// <param name="lastAt">When the last of them ended, UTC.</param>
    /// <param name="spread">
    /// Between 0 and 1, another one for each call: up to a tenth of the time is added by it, so that not all come at once to an address
    /// that is there again.
    /// </param>
    /// <returns>UTC; null where it is given up.</returns>
    public static DateTime? NextAt(int attempts, DateTime lastAt, double spread)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(spread);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(spread, 1);
        return attempts > Waits.Length ? null : lastAt + (Waits[attempts - 1] * (1 + (spread / 10)));
    }

    /// <summary>Whether a call that ended so is made again. Who mends an address or a service need not ask for it.</summary>
    public static bool IsTriedAgain(PushResult result) => result is not (PushResult.Delivered or PushResult.Acknowledged);
}

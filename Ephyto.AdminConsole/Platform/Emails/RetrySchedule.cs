using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Platform.Emails;

/// <summary>
/// When an e-mail is tried again: after twice as long each time, spread so that a crowd of e-mails does not come back as one.
/// </summary>
internal sealed class RetrySchedule(IOptions<EmailOptions> options)
{
    /// <param name="failures">Failed tries so far, 1 or more.</param>
    /// <returns>Null: no further try.</returns>
    public TimeSpan? DelayAfter(int failures)
    {
        if (failures >= options.Value.MaximumAttempts)
        {
            return null;
        }

        var longest = TimeSpan.FromMinutes(options.Value.MaximumRetryMinutes).TotalSeconds;
        var seconds = Math.Min(options.Value.FirstRetrySeconds * Math.Pow(2, failures - 1), longest);
        return TimeSpan.FromSeconds(seconds * (0.5 + (Random.Shared.NextDouble() / 2)));
    }
}

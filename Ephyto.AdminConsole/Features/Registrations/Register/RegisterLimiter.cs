using System.Data.Common;
using Ephyto.AdminConsole.Platform.Security;
using Microsoft.Extensions.Options;

namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>
/// Limits the submissions of an hour on all nodes together: each sender's attempts, and of all senders what was accepted. The bound of
/// all shuts nobody out: each sender's first of the hour comes through.
/// </summary>
internal sealed class RegisterLimiter(IOptions<RegisterOptions> options, Allowances allowances)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);
    private static readonly Allowance First = new("register/first", 1, Window);

    private Allowance Each => new("register/sender", options.Value.PerAddressPerHour, Window / options.Value.PerAddressPerHour);

    private Allowance All => new("register/all", options.Value.OverallPerHour, Window / options.Value.OverallPerHour);

    /// <summary>Whether a submission is looked at; of what is for all it uses nothing yet.</summary>
    /// <param name="sender">As <see cref="RateLimits.Sender"/> gives it; null where there is none to tell apart.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<bool> TryEnterAsync(string? sender, CancellationToken ct)
    {
        var room = await allowances.NextAsync(All, "", ct) is null
            || (sender is not null && await allowances.NextAsync(First, sender, ct) is null);
        return room && (sender is null || await allowances.TakeAsync(Each, sender, ct));
    }

    /// <summary>
    /// Counts a submission that was accepted. Some at the same moment may be more than all may send: each of them entered.
    /// </summary>
    public async Task CountAsync(string? sender, CancellationToken ct)
    {
        try
        {
            if (sender is not null) await allowances.TakeAsync(First, sender, ct);
            await allowances.TakeAsync(All, "", ct);
        }
        catch (DbException)
        {
            // It is accepted all the same, and its sender must not read otherwise.
        }
    }
}

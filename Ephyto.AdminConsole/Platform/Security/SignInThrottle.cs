using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>What is typed to prove who one is.</summary>
internal enum ProofKind
{
    /// <summary>At the door.</summary>
    Password,

    /// <summary>Of an app, or a recovery code: after the password.</summary>
    Code,

    /// <summary>Once more, by somebody who is signed in.</summary>
    Again,
}

/// <summary>
/// Holds back guesses: those of one sender at one account, of everybody at one account, and of one sender at any account.
/// Tries are counted before they are looked at, so that those of the same moment all count; what was right gives its back.
/// A browser in which the owner signed in before counts by itself. Docs: decisions/0024.
/// </summary>
internal sealed class SignInThrottle(Allowances allowances, KnownDevices devices, SecurityWatch watch, IHttpContextAccessor accessor)
{
    private static readonly Allowance OfSender = new("sign-in/sender", 60, TimeSpan.FromMinutes(1));

    private static readonly Dictionary<ProofKind, Limits> ByKind = new()
    {
        [ProofKind.Password] = new("sign-in/password", InAll: 50, TimeSpan.FromMinutes(2)),
        // Six digits: a guess in a day and a half thousand must stay a long shot.
        [ProofKind.Code] = new("sign-in/code", InAll: 20, TimeSpan.FromMinutes(10)),
        [ProofKind.Again] = new("sign-in/again", InAll: 20, TimeSpan.FromMinutes(10)),
    };

    /// <summary>
    /// Counts a try and makes it, unless there were too many. The answer takes as long and says the same for an address
    /// without an account.
    /// </summary>
    /// <param name="kind">What is proven.</param>
    /// <param name="address">Normalized, as typed.</param>
    /// <param name="user">Whose it is; null where there is no such account.</param>
    /// <param name="check">Looks at what was typed.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<bool> TryAsync(ProofKind kind, string address, ConsoleUser? user, Func<Task<bool>> check, CancellationToken ct)
    {
        var taken = await TakeAsync(kind, address, user, ct);
        if (!taken.Goes)
        {
            watch.Note(kind == ProofKind.Code ? SecuritySignal.CodeHeldBack : SecuritySignal.SignInHeldBack, user?.Id);
            return false;
        }

        if (!await check())
        {
            watch.Note(kind == ProofKind.Code ? SecuritySignal.CodeRefused : SecuritySignal.SignInFailed, user?.Id);
            return false;
        }

        foreach (var use in taken.Used)
        {
            if (use.Whole) await allowances.RestoreAsync(use.Allowance, use.Whose, ct);
            else await allowances.GiveBackAsync(use.Allowance, use.Whose, ct);
        }

        return true;
    }

    private async Task<Taken> TakeAsync(ProofKind kind, string address, ConsoleUser? user, CancellationToken ct)
    {
        var limits = ByKind[kind];
        var http = accessor.HttpContext;
        List<Use> wanted = devices.Find(http, user) is { } device
            ? [new(limits.OfDevice, $"{device:N}", Whole: true)]
            : WantedOfStranger(limits, address, RateLimits.Sender(http?.Connection.RemoteIpAddress));
        List<Use> used = [];
        foreach (var use in wanted)
        {
            if (!await allowances.TakeAsync(use.Allowance, use.Whose, ct))
            {
                // What is not looked at uses nothing.
                foreach (var before in used) await allowances.GiveBackAsync(before.Allowance, before.Whose, ct);
                return new(false, []);
            }

            used.Add(use);
        }

        return new(true, used);
    }

    // The sender first: whoever tries address after address writes no more rows than there are tries. The account last, and of
    // it only what one sender may do: no single sender uses that up.
    private static List<Use> WantedOfStranger(Limits limits, string address, string sender) =>
        [new(OfSender, sender), new(limits.OfSenderAtAccount, $"{address}\n{sender}", Whole: true), new(limits.OfAccount, address)];

    private readonly record struct Use(Allowance Allowance, string Whose, bool Whole = false);

    private sealed record Taken(bool Goes, List<Use> Used);

    private sealed record Limits(string Name, int InAll, TimeSpan OnceMore)
    {
        public Allowance OfSenderAtAccount { get; } = new($"{Name}/sender-at-account", 5, TimeSpan.FromMinutes(10));

        public Allowance OfAccount { get; } = new($"{Name}/account", InAll, OnceMore);

        public Allowance OfDevice { get; } = new($"{Name}/device", 10, TimeSpan.FromMinutes(5));
    }
}

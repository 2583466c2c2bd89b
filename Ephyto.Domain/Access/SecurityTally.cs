using Ephyto.Domain.Common;

namespace Ephyto.Domain.Access;

/// <summary>What may be an attack, or somebody's mistake.</summary>
public enum SecuritySignal
{
    /// <summary>A wrong password, or a passkey that does not hold.</summary>
    SignInFailed,

    /// <summary>Too many wrong passwords: further ones are not looked at for a while.</summary>
    SignInHeldBack,

    /// <summary>A wrong code of an app or a wrong recovery code, after the right password.</summary>
    CodeRefused,

    /// <summary>Too many wrong codes: further ones are not looked at for a while.</summary>
    CodeHeldBack,

    /// <summary>Somebody signed in asked for what they have no right to.</summary>
    RightRefused,

    /// <summary>A link that never was one, was used, or is over.</summary>
    LinkRefused,

    /// <summary>A form without the token of its page.</summary>
    FormRefused,

    /// <summary>One sender sent more forms, or started more circuits, than one person does.</summary>
    TooManyRequests,

    /// <summary>An e-mail was not written, because its reader or its causer had many already.</summary>
    MailHeldBack,
}

/// <summary>
/// How often one thing happened to one account lately. There is one for each kind, account and organization, however many
/// tries there are: what is written about an attack must not be an attack itself.
/// </summary>
public sealed class SecurityTally : AggregateRoot
{
    /// <summary>After so long it is counted anew.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(24);

    private SecurityTally()
    {
    }

    public SecuritySignal Signal { get; private set; }

    /// <summary>Whose account was tried, or who tried; empty where nobody is known.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>In which organization a right was refused; empty elsewhere.</summary>
    public Guid NppoId { get; private set; }

    /// <summary>Since <see cref="StartedAt"/>.</summary>
    public int Count { get; private set; }

    public DateTime StartedAt { get; private set; }

    public DateTime LastAt { get; private set; }

    public static SecurityTally Of(SecuritySignal signal, Guid accountId, Guid nppoId, DateTime now) =>
        new() { Id = Guid.CreateVersion7(), Signal = signal, AccountId = accountId, NppoId = nppoId, StartedAt = now, LastAt = now };

    /// <summary>An event for the first, the tenth, the hundredth: an attack leaves a handful of lines.</summary>
    /// <param name="times">How often it happened since the last call.</param>
    /// <param name="organizations">Of whose history it is a part.</param>
    /// <param name="now">When.</param>
    public void Add(int times, IReadOnlyList<Guid> organizations, DateTime now)
    {
        if (now - StartedAt >= Window) (Count, StartedAt) = (0, now);
        var before = Count;
        Count = (int)Math.Min((long)before + times, int.MaxValue);
        LastAt = now;
        if (AccountId != Guid.Empty && Digits(Count) > Digits(before) && EventOf(before == 0, organizations, now) is { } happened)
            Raise(happened);
    }

    private static int Digits(int count) => count == 0 ? 0 : count.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;

    private DomainEvent? EventOf(bool isFirst, IReadOnlyList<Guid> organizations, DateTime now) => Signal switch
    {
        SecuritySignal.SignInFailed => new SignInsFailed(AccountId, Count, organizations, now),
        // Its owner is told by e-mail: once, not again with every digit.
        SecuritySignal.SignInHeldBack when isFirst => new SignInsHeldBack(AccountId, organizations, now),
        SecuritySignal.CodeRefused => new CodesRefused(AccountId, Count, organizations, now),
        SecuritySignal.CodeHeldBack when isFirst => new CodesHeldBack(AccountId, organizations, now),
        SecuritySignal.RightRefused => new RightsRefused(AccountId, Count, organizations, now),
        _ => null,
    };
}

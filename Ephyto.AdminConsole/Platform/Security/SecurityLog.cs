using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>
/// Security events in the log: 1001 and on. They hold no text that anybody typed: ids, and the network without its last part.
/// </summary>
internal static partial class SecurityLog
{
    public static void Say(ILogger logger, SecuritySignal signal, Guid? account, Guid? nppo, string network)
    {
        switch (signal)
        {
            case SecuritySignal.SignInFailed: SignInFailed(logger, account, network); break;
            case SecuritySignal.SignInHeldBack: SignInHeldBack(logger, account, network); break;
            case SecuritySignal.CodeRefused: CodeRefused(logger, account, network); break;
            case SecuritySignal.CodeHeldBack: CodeHeldBack(logger, account, network); break;
            case SecuritySignal.RightRefused: RightRefused(logger, account, nppo, network); break;
            case SecuritySignal.LinkRefused: LinkRefused(logger, network); break;
            case SecuritySignal.FormRefused: FormRefused(logger, account, network); break;
            case SecuritySignal.TooManyRequests: TooManyRequests(logger, account, network); break;
            case SecuritySignal.MailHeldBack: MailHeldBack(logger, account, network); break;
            default: throw new ArgumentOutOfRangeException(nameof(signal), signal, "A security event without words for the log.");
        }
    }

    [LoggerMessage(1001, LogLevel.Information, "A sign-in failed: account {Account}, network {Network}")]
    private static partial void SignInFailed(ILogger logger, Guid? account, string network);

    [LoggerMessage(1002, LogLevel.Warning, "A sign-in was not looked at, after too many that failed: account {Account}, network {Network}")]
    private static partial void SignInHeldBack(ILogger logger, Guid? account, string network);

    [LoggerMessage(1003, LogLevel.Information, "A second factor was refused: account {Account}, network {Network}")]
    private static partial void CodeRefused(ILogger logger, Guid? account, string network);

    [LoggerMessage(1004, LogLevel.Warning,
        "A second factor was not looked at, after too many that were refused: account {Account}, network {Network}")]
    private static partial void CodeHeldBack(ILogger logger, Guid? account, string network);

    [LoggerMessage(1005, LogLevel.Warning, "A right was refused: account {Account}, organization {Nppo}, network {Network}")]
    private static partial void RightRefused(ILogger logger, Guid? account, Guid? nppo, string network);

    [LoggerMessage(1006, LogLevel.Information, "A link was refused: network {Network}")]
    private static partial void LinkRefused(ILogger logger, string network);

    [LoggerMessage(1007, LogLevel.Information, "A form without the token of its page was refused: account {Account}, network {Network}")]
    private static partial void FormRefused(ILogger logger, Guid? account, string network);

    [LoggerMessage(1008, LogLevel.Warning, "Too many requests: account {Account}, network {Network}")]
    private static partial void TooManyRequests(ILogger logger, Guid? account, string network);

    [LoggerMessage(1009, LogLevel.Warning,
        "A mail was not written, because its reader or its causer had many already: account {Account}, network {Network}")]
    private static partial void MailHeldBack(ILogger logger, Guid? account, string network);

    [LoggerMessage(1010, LogLevel.Warning, "More of the same from network {Network} is left out of this log for a minute: {Signal}")]
    public static partial void LeftOut(ILogger logger, SecuritySignal signal, string network);
}

using Ephyto.Domain.Access;

namespace Ephyto.AdminConsole.Platform.Security;

/// <summary>Why a session is over, as a word of a known list: an address carries the word, and the sign-in page its sentence.</summary>
/// <param name="Code">One of <see cref="Codes"/>.</param>
internal sealed record SessionOver(string Code)
{
    private const string TimeIsUp = "time-over";

    public static IReadOnlyList<string> Codes { get; } = [.. Enum.GetValues<SessionEnd>().Select(end => Of(end).Code), TimeIsUp];

    /// <param name="end">Null where nobody ended it: its time was up.</param>
    public static SessionOver Of(SessionEnd? end) => new(end switch
    {
        SessionEnd.SignedOut => "signed-out",
        SessionEnd.EndedElsewhere => "ended-elsewhere",
        SessionEnd.Replaced => "replaced",
        SessionEnd.CredentialChanged => "credential-changed",
        SessionEnd.SecondFactorReset => "second-factor-reset",
        SessionEnd.AccountErased => "account-erased",
        _ => TimeIsUp,
    });

    /// <summary>The address of the sign-in page, which says why and leads back to <paramref name="wanted"/>.</summary>
    public static string SignInAddress(string wanted, SessionOver? over) =>
        $"account/sign-in?returnUrl={LocalUrl.Return(wanted)}{(over is null ? "" : $"&done={over.Code}")}";
}

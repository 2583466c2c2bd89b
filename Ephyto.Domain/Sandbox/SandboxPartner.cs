using Ephyto.Domain.Connections;

namespace Ephyto.Domain.Sandbox;

/// <summary>What a partner of the sandbox does with every envelope that it gets.</summary>
public enum PartnerBehavior
{
    AcknowledgesAtOnce,

    /// <summary>After <see cref="SandboxPartner.Pause"/>.</summary>
    AcknowledgesLater,
    WarnsOfSomething,
    CannotRead,
    NeverAnswers,

    /// <summary>Acknowledges, and sends a fresh sample of a certificate.</summary>
    SendsCertificate,

    /// <summary>Acknowledges, and sends the same content back.</summary>
    SendsBack,
}

/// <summary>
/// Somebody to exchange with who is always there. Their codes are of the range that ISO 3166 leaves to its users: no country will
/// ever have them.
/// </summary>
public sealed record SandboxPartner(string Code, PartnerBehavior Behavior)
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    public static IReadOnlyList<SandboxPartner> All { get; } =
    [
        new("XA", PartnerBehavior.AcknowledgesAtOnce),
        new("XB", PartnerBehavior.AcknowledgesLater),
        new("XC", PartnerBehavior.WarnsOfSomething),
        new("XD", PartnerBehavior.CannotRead),
        new("XE", PartnerBehavior.NeverAnswers),
        new("XF", PartnerBehavior.SendsCertificate),
        new("XG", PartnerBehavior.SendsBack),
    ];

    /// <summary>They exchange everything.</summary>
    public static ConnectionSettings Settings { get; } = ConnectionSettings.Nothing with
    {
        Send = true,
        Receive = true,
        Allowed = [.. from type in Enum.GetValues<PhytoType>()
                      from status in Enum.GetValues<PhytoStatus>()
                      select new AllowedDocument(type, status)],
    };

    public static SandboxPartner? Find(string code) => All.FirstOrDefault(partner => partner.Code == code);
}

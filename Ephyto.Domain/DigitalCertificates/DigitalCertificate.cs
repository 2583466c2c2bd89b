using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;

namespace Ephyto.Domain.DigitalCertificates;

/// <summary>An X.509 certificate of an organization. Several may be in use at a time, so that a key is changed without a gap.</summary>
public sealed partial class DigitalCertificate : AggregateRoot
{
    public const int MaximumDescription = 200;

    private DigitalCertificate()
    {
    }

    public Guid NppoId { get; private set; }

    /// <summary>Whose system uses it; null as long as the organization has no connection.</summary>
    public Guid? ConnectionId { get; private set; }

    /// <summary>The code of that connection.</summary>
    public string? ConnectionCode { get; private set; }

    /// <summary>Of which Hub it is; null for that of the console, until the next start says so.</summary>
    public HubEnvironment? Environment { get; private set; }

    /// <summary>Which system uses it, in the organization's words.</summary>
    public string Description { get; private set; } = "";

    public CertificateUsage Usage { get; private set; }

    public CertificateFacts Facts { get; private set; } = null!;

    /// <summary>The certificate and its chain in PEM, the certificate first.</summary>
    public byte[] Pem { get; private set; } = [];

    public CertificateStatus Status { get; private set; }

    public DateTime StatusSince { get; private set; }

    /// <summary>The account.</summary>
    public Guid UploadedBy { get; private set; }

    public DateTime UploadedAt { get; private set; }

    /// <summary>Since when it was, or is, in use; null where it never was.</summary>
    public DateTime? ActivatedAt { get; private set; }

    public Guid? SupersededById { get; private set; }

    public RevocationReason? RevocationReason { get; private set; }

    /// <summary>Why it was revoked, in the organization's words.</summary>
    public string? Words { get; private set; }

    public bool IsInUse => Status is CertificateStatus.Active or CertificateStatus.Expiring;

    /// <summary>Whether anything can still become of it.</summary>
    public bool IsOpen => Status == CertificateStatus.Uploaded || IsInUse;

    /// <summary>Whether it was uploaded, and never can be put to use: one whose time has not begun still can.</summary>
    /// <param name="findings">What the check finds now.</param>
    public bool IsUnfit(IEnumerable<CertificateFinding> findings) => Status == CertificateStatus.Uploaded && findings.Any(
        finding => finding.Severity == FindingSeverity.Blocking && finding.Code != FindingCode.NotYetValid);

    /// <summary>Whether it counts in an environment.</summary>
    public bool IsOf(HubEnvironment here) => Environment is null || Environment == here;

    /// <summary>Whether it was uploaded by mistake, and given up without harm: it may be uploaded again.</summary>
    public bool WasTakenBack =>
        Status == CertificateStatus.Revoked && ActivatedAt is null
        && RevocationReason is not (DigitalCertificates.RevocationReason.KeyCompromised or DigitalCertificates.RevocationReason.KeyLost);

    /// <param name="nppoId">Whose.</param>
    /// <param name="description">Which system uses it.</param>
    /// <param name="usage">What for.</param>
    /// <param name="facts">What stands in it.</param>
    /// <param name="pem">It and its chain.</param>
    /// <param name="by">The account that uploads it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="connection">Whose system uses it; null where the organization has no connection yet.</param>
    /// <param name="environment">That of the console; null leaves it to the next start.</param>
    public static Result<DigitalCertificate> Upload(
        Guid nppoId, string? description, CertificateUsage usage, CertificateFacts facts, byte[] pem, Guid by, DateTime now,
        ConnectionRef? connection = null, HubEnvironment? environment = null)
    {
        if (FreeText.Line(description, MaximumDescription) is not { } said) return CertificateErrors.DescriptionNeeded;

        var certificate = new DigitalCertificate
        {
            Id = Guid.CreateVersion7(),
            NppoId = nppoId,
            ConnectionId = connection?.Id,
            ConnectionCode = connection?.Code,
            Environment = environment,
            Description = said,
            Usage = usage,
            Facts = facts,
            Pem = pem,
            Status = CertificateStatus.Uploaded,
            StatusSince = now,
            UploadedBy = by,
            UploadedAt = now,
        };
        certificate.Tell(new CertificateUploaded(certificate.Id, nppoId, facts.Thumbprint, usage, Actor.User(by), now));
        return certificate;
    }

    /// <summary>
    /// It becomes that of the first connection of an organization that had none. One that is still of use may be moved to another
    /// connection; what became of the others is history.
    /// </summary>
    public Result AssignTo(ConnectionRef connection, Actor by, DateTime now)
    {
        if (ConnectionId == connection.Id || (ConnectionId is not null && !IsOpen)) return CertificateErrors.NotPossibleNow;

        var before = ConnectionCode;
        (ConnectionId, ConnectionCode) = (connection.Id, connection.Code);
        Tell(new CertificateAssigned(Id, NppoId, Facts.Thumbprint, before, by, now));
        return Result.Success();
    }

    /// <summary>The same certificate came again, with more of those that issued it.</summary>
    public Result AddChain(CertificateFacts facts, byte[] pem, Guid by, DateTime now)
    {
        if (facts.Thumbprint != Facts.Thumbprint || pem.Length <= Pem.Length || (Facts.IsChainComplete && !facts.IsChainComplete))
            return CertificateErrors.Present;

        Facts = Facts with { IsChainComplete = facts.IsChainComplete };
        Pem = pem;
        Tell(new CertificateChainAdded(Id, NppoId, Facts.Thumbprint, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>From now on it is in use, beside those that are.</summary>
    /// <param name="findings">Of the check, made now.</param>
    /// <param name="by">The account.</param>
    /// <param name="now">UTC.</param>
    public Result Activate(IReadOnlyList<CertificateFinding> findings, Guid by, DateTime now)
    {
        if (Status != CertificateStatus.Uploaded) return CertificateErrors.NotPossibleNow;
        if (findings.Any(finding => finding.Severity == FindingSeverity.Blocking)) return CertificateErrors.Blocked;

        ActivatedAt = now;
        MoveTo(CertificateStatus.Active, now);
        Tell(new CertificateActivated(Id, NppoId, Facts.Thumbprint, Usage, Actor.User(by), now));
        StartClock(now);
        return Result.Success();
    }

    /// <summary>Another one has taken its place.</summary>
    public Result SupersedeBy(DigitalCertificate next, Guid by, DateTime now)
    {
        if (!IsInUse) return CertificateErrors.NotPossibleNow;
        if (next.Id == Id || next.NppoId != NppoId || next.ConnectionId != ConnectionId || next.Usage != Usage || !next.IsInUse)
            return CertificateErrors.NotReplaceable;

        SupersededById = next.Id;
        MoveTo(CertificateStatus.Superseded, now);
        Tell(new CertificateSuperseded(Id, NppoId, Facts.Thumbprint, next.Id, Actor.User(by), now));
        return Result.Success();
    }

    /// <summary>It must not be trusted any more. One that was superseded can be revoked too: what it signed is out there.</summary>
    public Result Revoke(RevocationReason? chosen, string? words, Guid by, DateTime now)
    {
        if (Status is CertificateStatus.Revoked or CertificateStatus.Expired) return CertificateErrors.NotPossibleNow;
        if (chosen is not { } reason) return CertificateErrors.ReasonNeeded;
        var said = FreeText.Clean(words);
        if (reason == DigitalCertificates.RevocationReason.Other && said is null) return CertificateErrors.WordsNeeded;

        (RevocationReason, Words) = (reason, said);
        MoveTo(CertificateStatus.Revoked, now);
        Tell(new CertificateRevoked(Id, NppoId, Facts.Thumbprint, reason, Actor.User(by), now));
        return Result.Success();
    }

    private void Tell(CertificateEvent happened) => Raise(happened with { Connection = ConnectionCode, Environment = Environment });

    private void MoveTo(CertificateStatus status, DateTime now)
    {
        (Status, StatusSince) = (status, now);
        if (!IsInUse) DueAt = null;
    }
}

using Ephyto.Domain.Common;

namespace Ephyto.Domain.DigitalCertificates;

public abstract record CertificateEvent(Guid CertificateId, Guid NppoId, string Thumbprint, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Certificate, CertificateId), new(SubjectKinds.Nppo, NppoId)];

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["thumbprint"] = EventFact.Words(Thumbprint) };

    /// <summary>The facts, and one more.</summary>
    protected IReadOnlyDictionary<string, EventFact> With(string name, EventFact value) =>
        new Dictionary<string, EventFact> { ["thumbprint"] = EventFact.Words(Thumbprint), [name] = value };
}

public sealed record CertificateUploaded(
    Guid CertificateId, Guid NppoId, string Thumbprint, CertificateUsage Usage, Actor Actor, DateTime OccurredAt)
    : CertificateEvent(CertificateId, NppoId, Thumbprint, Actor, OccurredAt)
{
    public const string Name = "certificate.uploaded";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => With("usage", EventFact.Term(Usage));
}

public sealed record CertificateActivated(
    Guid CertificateId, Guid NppoId, string Thumbprint, CertificateUsage Usage, Actor Actor, DateTime OccurredAt)
    : CertificateEvent(CertificateId, NppoId, Thumbprint, Actor, OccurredAt)
{
    public const string Name = "certificate.activated";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => With("usage", EventFact.Term(Usage));
}

public sealed record CertificateSuperseded(
    Guid CertificateId, Guid NppoId, string Thumbprint, Guid SupersededById, Actor Actor, DateTime OccurredAt)
    : CertificateEvent(CertificateId, NppoId, Thumbprint, Actor, OccurredAt)
{
    public const string Name = "certificate.superseded";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => With("by", EventFact.Id(SubjectKinds.Certificate, SupersededById));

    public override IReadOnlyList<SubjectRef> AlsoAbout => [new(SubjectKinds.Certificate, SupersededById)];
}

public sealed record CertificateRevoked(
    Guid CertificateId, Guid NppoId, string Thumbprint, RevocationReason Reason, Actor Actor, DateTime OccurredAt)
    : CertificateEvent(CertificateId, NppoId, Thumbprint, Actor, OccurredAt)
{
    public const string Name = "certificate.revoked";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => With("reason", EventFact.Term(Reason));
}

public sealed record CertificateExpiring(Guid CertificateId, Guid NppoId, string Thumbprint, Actor Actor, DateTime OccurredAt)
    : CertificateEvent(CertificateId, NppoId, Thumbprint, Actor, OccurredAt)
{
    public const string Name = "certificate.expiring";

    public override string Code => Name;
}

public sealed record CertificateExpired(Guid CertificateId, Guid NppoId, string Thumbprint, Actor Actor, DateTime OccurredAt)
    : CertificateEvent(CertificateId, NppoId, Thumbprint, Actor, OccurredAt)
{
    public const string Name = "certificate.expired";

    public override string Code => Name;
}

/// <param name="Step">Of <see cref="DigitalCertificate.ReminderDays"/>: days ahead, 0 on the day.</param>
public sealed record CertificateExpiryReminded(
    Guid CertificateId, Guid NppoId, string Thumbprint, int Step, Actor Actor, DateTime OccurredAt)
    : CertificateEvent(CertificateId, NppoId, Thumbprint, Actor, OccurredAt)
{
    public const string Name = "certificate.expiry-reminded";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => With("reason", EventFact.Number(Step));
}

using Ephyto.Domain.Common;

namespace Ephyto.Domain.DigitalCertificates;

public abstract record CertificateEvent(Guid CertificateId, Guid NppoId, string Thumbprint, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Certificate, CertificateId), new(SubjectKinds.Nppo, NppoId)];

    /// <summary>The code of the connection it belonged to; null where there was none yet.</summary>
    public string? Connection { get; init; }

    /// <summary>Of which Hub it is; null where nobody has said so yet.</summary>
    public HubEnvironment? Environment { get; init; }

    public override IReadOnlyDictionary<string, EventFact> Facts => Own();

    /// <summary>The facts, and one more.</summary>
    protected IReadOnlyDictionary<string, EventFact> With(string name, EventFact value) =>
        new Dictionary<string, EventFact>(Own()) { [name] = value };

    private Dictionary<string, EventFact> Own()
    {
        Dictionary<string, EventFact> facts = new() { ["thumbprint"] = EventFact.Words(Thumbprint) };
        if (Connection is { } code) facts["connection"] = EventFact.Words(code);
        if (Environment is { } environment) facts["environment"] = EventFact.Term(environment);
        return facts;
    }
}

public sealed record CertificateUploaded(
    Guid CertificateId, Guid NppoId, string Thumbprint, CertificateUsage Usage, Actor Actor, DateTime OccurredAt)
    : CertificateEvent(CertificateId, NppoId, Thumbprint, Actor, OccurredAt)
{
    public const string Name = "certificate.uploaded";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts => With("usage", EventFact.Term(Usage));
}

/// <param name="From">The code of the connection it belonged to before; null where the organization had none.</param>
public sealed record CertificateAssigned(
    Guid CertificateId, Guid NppoId, string Thumbprint, string? From, Actor Actor, DateTime OccurredAt)
    : CertificateEvent(CertificateId, NppoId, Thumbprint, Actor, OccurredAt)
{
    public const string Name = "certificate.assigned";

    public override string Code => Name;

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        From is null ? base.Facts : With($"connection{Before}", EventFact.Words(From));
}

/// <summary>It was uploaded again, with more of its chain.</summary>
public sealed record CertificateChainAdded(Guid CertificateId, Guid NppoId, string Thumbprint, Actor Actor, DateTime OccurredAt)
    : CertificateEvent(CertificateId, NppoId, Thumbprint, Actor, OccurredAt)
{
    public const string Name = "certificate.chain-added";

    public override string Code => Name;
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

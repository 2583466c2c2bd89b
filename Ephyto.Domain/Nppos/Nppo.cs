using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.Domain.Nppos;

public enum NppoStatus
{
    Onboarding,
    Testing,
    Live,
    Suspended,
    Closed,
}

/// <summary>A National Plant Protection Organization that the hub knows as a member.</summary>
public sealed partial class Nppo : AggregateRoot
{
    private Nppo()
    {
    }

    public string CountryCode { get; private set; } = "";

    /// <summary>The country until it is closed, else null: unique in the store.</summary>
    public string? CurrentCountryCode { get; private set; }

    public OrganizationDetails Organization { get; private set; } = null!;

    public NppoStatus Status { get; private set; }

    public DateTime StatusSince { get; private set; }

    public DateTime RegisteredAt { get; private set; }

    /// <summary>The registration, or the recovery, that gave the organisation its newest initial administrator.</summary>
    public Guid RegistrationId { get; private set; }

    /// <summary>The member the IPPC and UNICC turn to on technical matters.</summary>
    public Guid? TechnicalContactId { get; private set; }

    /// <summary>Made by the confirmation of a registration.</summary>
    public static Nppo Register(Registration registration, Guid technicalContactId, Actor actor, DateTime now)
    {
        var nppo = new Nppo
        {
            Id = Guid.CreateVersion7(),
            CountryCode = registration.CountryCode,
            CurrentCountryCode = registration.CountryCode,
            Organization = registration.Organization with { },
            Status = NppoStatus.Onboarding,
            StatusSince = now,
            RegisteredAt = now,
            RegistrationId = registration.Id,
            TechnicalContactId = technicalContactId,
        };
        nppo.Raise(new NppoRegistered(nppo.Id, registration.Id, nppo.CountryCode, actor, now));
        return nppo;
    }

    /// <summary>The country registered again, since nobody administered the organisation any more.</summary>
    public void RegisterAgain(Registration registration, Guid technicalContactId, Actor actor, DateTime now)
    {
        (Organization, RegistrationId, TechnicalContactId) = (registration.Organization with { }, registration.Id, technicalContactId);
        Offer = null;
        Raise(new NppoRegisteredAgain(Id, registration.Id, CountryCode, actor, now));
    }

    /// <summary>A recovery was confirmed: somebody administers the organisation again. What it says of itself stays as it is.</summary>
    public void Recover(Registration recovery, Guid technicalContactId, Actor actor, DateTime now)
    {
        (RegistrationId, TechnicalContactId) = (recovery.Id, technicalContactId);
        Raise(new NppoRecovered(Id, recovery.Id, CountryCode, actor, now));
    }
}

public sealed record NppoRegistered(Guid NppoId, Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public override string Code => "nppo.registered";

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId), new(SubjectKinds.Registration, RegistrationId)];

    public override IReadOnlyDictionary<string, string?> Facts => new Dictionary<string, string?> { ["country"] = CountryCode };
}

public sealed record NppoRegisteredAgain(Guid NppoId, Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public override string Code => "nppo.registered-again";

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId), new(SubjectKinds.Registration, RegistrationId)];

    public override IReadOnlyDictionary<string, string?> Facts => new Dictionary<string, string?> { ["country"] = CountryCode };
}

public sealed record NppoRecovered(Guid NppoId, Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public override string Code => "nppo.recovered";

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId), new(SubjectKinds.Registration, RegistrationId)];

    public override IReadOnlyDictionary<string, string?> Facts => new Dictionary<string, string?> { ["country"] = CountryCode };
}

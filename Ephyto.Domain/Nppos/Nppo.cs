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
public sealed partial class Nppo : AggregateRoot, ISearchable
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

    /// <summary>The registration, or the recovery, that gave the organization its newest initial administrator.</summary>
    public Guid RegistrationId { get; private set; }

    /// <summary>The member the IPPC and UNICC turn to on technical matters.</summary>
    public Guid? TechnicalContactId { get; private set; }

    /// <summary>Where a suspended organization goes back to.</summary>
    public NppoStatus? StatusBeforeSuspension { get; private set; }

    /// <summary>Why it is suspended, in the hub's words.</summary>
    public string? SuspensionWords { get; private set; }

    SubjectRef ISearchable.SearchSubject => new(SubjectKinds.Nppo, Id);

    IEnumerable<string> ISearchable.SearchTexts => [Organization.Name, Organization.NameInEnglish];

    string? ISearchable.SearchCountry => CountryCode;

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

    /// <summary>The country registered again, since nobody administered the organization any more.</summary>
    public void RegisterAgain(Registration registration, Guid technicalContactId, Actor actor, DateTime now)
    {
        (Organization, RegistrationId, TechnicalContactId) = (registration.Organization with { }, registration.Id, technicalContactId);
        Offer = null;
        if (Organization.System == ExchangeSystem.NationalSystem) LeftOwnSystemAt = null;
        Raise(new NppoRegisteredAgain(Id, registration.Id, CountryCode, actor, now));
    }

    /// <summary>A recovery was confirmed: somebody administers the organization again. What it says of itself stays as it is.</summary>
    public void Recover(Registration recovery, Guid technicalContactId, Actor actor, DateTime now)
    {
        (RegistrationId, TechnicalContactId) = (recovery.Id, technicalContactId);
        Raise(new NppoRecovered(Id, recovery.Id, CountryCode, actor, now));
    }

    /// <summary>The hub interrupts the membership: nobody of the organization sees or does anything until it ends.</summary>
    public Result Suspend(string? words, Actor actor, DateTime now)
    {
        if (Status is NppoStatus.Suspended or NppoStatus.Closed) return NppoErrors.NotPossibleNow;
        if (FreeText.Clean(words) is not { } said) return NppoErrors.WordsNeeded;

        (StatusBeforeSuspension, SuspensionWords) = (Status, said);
        (Status, StatusSince) = (NppoStatus.Suspended, now);
        Keep(StatusBeforeSuspension.Value, said, actor, now);
        Raise(new NppoSuspended(Id, actor, now));
        return Result.Success();
    }

    /// <summary>The organization goes on where it was when it was suspended.</summary>
    public Result Reactivate(Actor actor, DateTime now)
    {
        if (Status != NppoStatus.Suspended) return NppoErrors.NotPossibleNow;

        (Status, StatusSince) = (StatusBeforeSuspension ?? NppoStatus.Onboarding, now);
        (StatusBeforeSuspension, SuspensionWords) = (null, null);
        Keep(NppoStatus.Suspended, null, actor, now);
        Raise(new NppoReactivated(Id, actor, now));
        return Result.Success();
    }
}

public sealed record NppoRegistered(Guid NppoId, Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "nppo.registered";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId), new(SubjectKinds.Registration, RegistrationId)];

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["country"] = EventFact.Country(CountryCode) };
}

public sealed record NppoRegisteredAgain(Guid NppoId, Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "nppo.registered-again";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId), new(SubjectKinds.Registration, RegistrationId)];

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["country"] = EventFact.Country(CountryCode) };
}

public sealed record NppoRecovered(Guid NppoId, Guid RegistrationId, string CountryCode, Actor Actor, DateTime OccurredAt)
    : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "nppo.recovered";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId), new(SubjectKinds.Registration, RegistrationId)];

    public override IReadOnlyDictionary<string, EventFact> Facts =>
        new Dictionary<string, EventFact> { ["country"] = EventFact.Country(CountryCode) };
}

public sealed record NppoSuspended(Guid NppoId, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "nppo.suspended";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId)];
}

public sealed record NppoReactivated(Guid NppoId, Actor Actor, DateTime OccurredAt) : DomainEvent(Actor, OccurredAt)
{
    public const string Name = "nppo.reactivated";

    public override string Code => Name;

    public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, NppoId)];
}

using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;

namespace Ephyto.Domain.Registrations;

/// <summary>The organization as the applicant describes it.</summary>
public sealed record OrganizationDetails(
    string Name, string NameInEnglish, string Address, string Website, ExchangeSystem System);

/// <summary>The person who registers: later the initial administrator and the technical contact.</summary>
public sealed record Representative(
    string Title, string GivenName, string FamilyName, string JobTitle, string Email, string Phone, string PreferredLanguage)
{
    public string FullName => PersonName.Of(Title, GivenName, FamilyName);

    /// <summary>
    /// What those who decide read of the person beside the name, by the names of the fields: the contact point in the e-mail and on the
    /// page, the Secretariat in the file. What was not given is left out.
    /// </summary>
    public IEnumerable<(string Field, string Value)> Facts() => new[]
    {
        (nameof(JobTitle), JobTitle), (nameof(Email), Email), (nameof(Phone), Phone),
    }.Where(fact => fact.Item2.Length > 0);
}

/// <summary>The contact point as the directory had it at that moment.</summary>
public sealed record ContactPointSnapshot(
    Guid ContactPointId, ContactPointKind Kind, string FullName, string JobTitle, string Organization, string Email, string Language)
{
    public static ContactPointSnapshot Of(ContactPoint contact) => new(
        contact.Id, contact.Details.Kind, contact.Details.FullName, contact.Details.JobTitle, contact.Details.Organization,
        contact.Details.Email, contact.Details.PreferredLanguage);
}

/// <summary>One line of a registration's history: what happened, when, by whom, with what words.</summary>
public sealed class RegistrationStep
{
    private RegistrationStep()
    {
    }

    internal RegistrationStep(int number, string code, RegistrationStatus status, Actor actor, DateTime at, string? reason, string? words)
    {
        Id = Guid.CreateVersion7();
        (Number, Code, Status, ActorKind, ActorId, At, Reason, Words) = (number, code, status, actor.Kind, actor.Id, at, reason, words);
    }

    public Guid Id { get; private set; }

    /// <summary>1, 2, 3 … in its registration: one act may leave several lines of the same moment.</summary>
    public int Number { get; private set; }

    /// <summary>The event's code, such as <c>registration.declined</c>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The state it led to.</summary>
    public RegistrationStatus Status { get; private set; }

    public ActorKind ActorKind { get; private set; }

    public Guid ActorId { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>The coded reason, the number of the reminder, or null.</summary>
    public string? Reason { get; private set; }

    public string? Words { get; private set; }
}

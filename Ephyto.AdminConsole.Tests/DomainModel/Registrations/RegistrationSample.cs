using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.DomainModel.Registrations;

/// <summary>Registrations in any state, made the way people make them.</summary>
internal static class RegistrationSample
{
    public static readonly DateTime Start = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    public static readonly RegistrationPolicy Policy = RegistrationPolicy.Default;
    public static readonly Actor Officer = Actor.User(Guid.Parse("0f000000-0000-0000-0000-000000000001"));

    public static ContactPoint Contact(
        string country = "CI", ContactPointKind kind = ContactPointKind.OfficialContactPoint, string email = "contact-point.ci@example.org",
        string language = "fr") =>
        ContactPoint.Enter(country, new ContactPointDetails(
            kind, "", "Official", "Contact Point", "Head of Plant Protection", "Ministry of Agriculture", "", "", email, language),
            Actor.System, Start);

    public static Registration SubmitNew(
        string country = "CI", string email = "representative@example.org", string language = "en",
        RegistrationKind kind = RegistrationKind.Membership)
    {
        var organization = new OrganizationDetails(
            "Direction de la Protection des Végétaux", "Directorate of Plant Protection", "Abidjan", "https://example.org",
            ExchangeSystem.GeNS);
        var representative = new Representative("Ms", "Given", "Family", "Head of Certification", email, "+225 00 00 00 00", language);
        return kind == RegistrationKind.Membership
            ? Registration.Submit(country, organization, representative, Policy, Start)
            : Registration.SubmitRecovery(country, organization, representative, "The administrator left in May.", null,
                Policy, Start).Value;
    }

    /// <summary>The store takes one of these for a country.</summary>
    public static Registration Verified(string country)
    {
        var registration = SubmitNew(country);
        Assert.True(registration.VerifyEmail(null, Policy, Start).IsSuccess);
        return registration;
    }

    /// <summary>A registration in that state, and the contact point it was put before.</summary>
    public static (Registration Registration, ContactPoint Contact) In(
        RegistrationStatus status, RegistrationPolicy? policy = null, RegistrationKind kind = RegistrationKind.Membership)
    {
        policy ??= Policy;
        var (registration, contact) = (SubmitNew(kind: kind), Contact());
        if (status == RegistrationStatus.Submitted) return (registration, contact);

        Assert.True(registration.VerifyEmail(contact, policy, Start).IsSuccess);
        var done = status switch
        {
            RegistrationStatus.AwaitingContactPoint => Result.Success(),
            RegistrationStatus.InformationRequested => registration.AskQuestion(contact, "Who decided?", policy, Start),
            RegistrationStatus.Escalated => registration.StepAside(contact, null, policy, Start),
            RegistrationStatus.Confirmed => registration.Confirm(contact, null, policy, Start),
            RegistrationStatus.Declined => registration.Decline(contact, DeclineReason.NotAuthorized, null, Start),
            RegistrationStatus.Withdrawn => registration.Withdraw(null, Start),
            _ => registration.Advance(policy, Start + policy.ExpireAfter) ? Result.Success() : RegistrationErrors.NotPossibleNow,
        };
        Assert.True(done.IsSuccess);
        Assert.Equal(status, registration.Status);
        registration.ClearDomainEvents();
        return (registration, contact);
    }
}

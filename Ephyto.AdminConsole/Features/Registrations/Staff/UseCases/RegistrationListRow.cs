using System.Linq.Expressions;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;

/// <summary>A registration with everything that the list may show of it, and its file does.</summary>
public sealed record RegistrationListRow(
    Guid Id, int Version, string Reference, string CountryCode, string Organization, string NameInEnglish, Representative Representative,
    RegistrationKind Kind,
    RegistrationStatus Status, EscalationReason? EscalationReason, DateTime SubmittedAt, DateTime? VerifiedAt, DateTime? AskedAt,
    DateTime? DecidedAt,
    DeclineReason? DeclineReason)
{
    public static readonly Expression<Func<Registration, RegistrationListRow>> Of = r => new RegistrationListRow(
        r.Id, r.Version, r.Reference, r.CountryCode, r.Organization.Name, r.Organization.NameInEnglish, r.Representative, r.Kind,
        r.Status, r.EscalationReason, r.SubmittedAt, r.VerifiedAt, r.AskedAt, r.DecidedAt, r.DeclineReason);
}

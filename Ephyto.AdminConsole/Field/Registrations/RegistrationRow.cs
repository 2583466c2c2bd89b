using System.Linq.Expressions;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Field.Registrations;

/// <summary>A registration as every list of the hub shows it.</summary>
public sealed record RegistrationRow(
    Guid Id, string Reference, string CountryCode, string Organization, RegistrationStatus Status, EscalationReason? EscalationReason,
    DateTime SubmittedAt,
    RegistrationKind Kind)
{
    /// <summary>In the address of the list in place of a state: under way, and verified.</summary>
    public const string Open = "open";

    public static readonly Expression<Func<Registration, RegistrationRow>> Of = r =>
        new RegistrationRow(r.Id, r.Reference, r.CountryCode, r.Organization.Name, r.Status, r.EscalationReason, r.SubmittedAt, r.Kind);
}

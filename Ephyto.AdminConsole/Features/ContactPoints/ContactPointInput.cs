using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Common;
using Ephyto.Domain.ContactPoints;

namespace Ephyto.AdminConsole.Features.ContactPoints;

/// <summary>What somebody types about a contact, before it is an entry.</summary>
public sealed class ContactPointInput
{
    public const int NameLength = 100;
    public const int LineLength = 200;
    public const int AddressLength = 500;

    public ContactPointKind Kind { get; set; }

    public string? Prefix { get; set; }

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? JobTitle { get; set; }

    public string? Organization { get; set; }

    public string? Address { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string PreferredLanguage { get; set; } = Languages.English.Code;

    public static ContactPointInput Of(ContactPointDetails details) => new()
    {
        Kind = details.Kind,
        Prefix = details.Prefix,
        GivenName = details.GivenName,
        FamilyName = details.FamilyName,
        JobTitle = details.JobTitle,
        Organization = details.Organization,
        Address = details.Address,
        Phone = details.Phone,
        Email = details.Email,
        PreferredLanguage = details.PreferredLanguage,
    };

    /// <summary>Each field that cannot be entered like this, with the reason.</summary>
    public IEnumerable<(string Field, DomainError Error)> Faults()
    {
        if (!Enum.IsDefined(Kind)) yield return (nameof(Kind), ContactPointErrors.UnknownKind);
        if (FreeText.Line(FamilyName, NameLength) is null) yield return (nameof(FamilyName), ContactPointErrors.NameNeeded);
        foreach (var (field, text) in new[]
        {
            (nameof(Prefix), Prefix), (nameof(GivenName), GivenName), (nameof(FamilyName), FamilyName), (nameof(JobTitle), JobTitle),
            (nameof(Organization), Organization),
        })
        {
            // Lists have a dash where there is no position to name; a name is a name.
            if (TypedName.FaultOf(FreeText.Line(text)) is { } fault && (fault == NameErrors.HoldsWebAddress || field == nameof(FamilyName)))
                yield return (field, fault);
        }

        if (EmailAddress.TryParse(Email) is null)
            yield return (nameof(Email), EmailAddress.WhyNot(Email) ?? ContactPointErrors.InvalidEmail);
        if (Languages.Find(PreferredLanguage) is null) yield return (nameof(PreferredLanguage), ContactPointErrors.UnknownLanguage);
    }

    /// <summary>Trimmed, and the address in its normal form. Only after <see cref="Faults"/> found none.</summary>
    public ContactPointDetails ToDetails() => new(
        Kind, Line(Prefix, NameLength), Line(GivenName, NameLength), Line(FamilyName, NameLength), Line(JobTitle, LineLength),
        Line(Organization, LineLength), FreeText.Lines(Address, AddressLength) ?? "", Line(Phone, NameLength),
        EmailAddress.TryParse(Email)!.Value, PreferredLanguage);

    private static string Line(string? text, int maximum) => FreeText.Line(text, maximum) ?? "";
}

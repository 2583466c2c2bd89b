namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>The questions of the form, in the order in which they are asked. The names are kept in drafts.</summary>
public enum RegisterField
{
    Informed,
    Country,
    OrganizationName,
    NameInEnglish,
    Address,
    Website,
    System,
    Title,
    GivenName,
    FamilyName,
    JobTitle,
    Email,
    Phone,
    PreferredLanguage,
}

public enum RegisterStep
{
    Readiness,
    Organization,
    Representative,
    Review,
}

internal static class RegisterSteps
{
    public static IReadOnlyList<RegisterStep> All { get; } = Enum.GetValues<RegisterStep>();

    public static IReadOnlyList<RegisterField> FieldsOf(RegisterStep step) => step switch
    {
        RegisterStep.Readiness => [RegisterField.Informed],
        RegisterStep.Organization =>
        [
            RegisterField.Country, RegisterField.OrganizationName, RegisterField.NameInEnglish, RegisterField.Address,
            RegisterField.Website, RegisterField.System,
        ],
        RegisterStep.Representative =>
        [
            RegisterField.Title, RegisterField.GivenName, RegisterField.FamilyName, RegisterField.JobTitle,
            RegisterField.Email, RegisterField.Phone, RegisterField.PreferredLanguage,
        ],
        _ => [],
    };

    /// <summary>The name in the address: <c>/register?step=organisation</c>.</summary>
    public static string NameOf(RegisterStep step) => step switch
    {
        RegisterStep.Organization => "organisation",
        RegisterStep.Representative => "representative",
        RegisterStep.Review => "review",
        _ => "readiness",
    };

    public static string AddressOf(RegisterStep step) => step == RegisterStep.Readiness ? "register" : $"register?step={NameOf(step)}";

    public static RegisterStep Parse(string? name) => All.FirstOrDefault(step => NameOf(step) == name);
}

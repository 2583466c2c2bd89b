using Ephyto.Domain.Common;

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

/// <summary>By which rules an answer is cleaned and judged, and how it is typed.</summary>
internal enum AnswerKind
{
    Choice,
    Lines,

    /// <summary>Of a person, of a place in an office, of an organization: letters, and no address of the web among them.</summary>
    Name,
    Email,
    Phone,
    Website,
}

/// <summary>One question, and everything about it but its words.</summary>
/// <param name="Autocomplete">What the browser may fill in: a token of the HTML standard.</param>
/// <param name="Longest">In characters, whatever people see as one; null for a choice, which nobody types.</param>
internal sealed record RegisterQuestion(
    RegisterField Field, RegisterStep Step, AnswerKind Kind, string Autocomplete = "off", int? Longest = null)
{
    public bool IsOptional { get; init; }

    /// <summary>Key of the hint; null where the label says it all.</summary>
    public string? Hint { get; init; }

    /// <summary>The type of the browser's field: it decides which keys a telephone shows.</summary>
    public string InputType => Kind switch
    {
        AnswerKind.Email => "email",
        AnswerKind.Phone => "tel",
        AnswerKind.Website => "url",
        _ => "text",
    };
}

/// <summary>
/// The one table of the questions: the pages ask them, the rules judge the answers, and a recovery asks those about the person too.
/// </summary>
internal static class RegisterQuestions
{
    public static IReadOnlyList<RegisterQuestion> All { get; } =
    [
        new(RegisterField.Informed, RegisterStep.Readiness, AnswerKind.Choice),
        new(RegisterField.Country, RegisterStep.Organization, AnswerKind.Choice) { Hint = "CountryHint" },
        new(RegisterField.OrganizationName, RegisterStep.Organization, AnswerKind.Name, "organization",
            200) { Hint = "OrganizationNameHint" },
        new(RegisterField.NameInEnglish, RegisterStep.Organization, AnswerKind.Name, Longest: 200) { Hint = "NameInEnglishHint" },
        new(RegisterField.Address, RegisterStep.Organization, AnswerKind.Lines, "street-address", 500),
        new(RegisterField.Website, RegisterStep.Organization, AnswerKind.Website, "url", 300) { IsOptional = true, Hint = "WebsiteHint" },
        new(RegisterField.System, RegisterStep.Organization, AnswerKind.Choice) { Hint = "SystemHint" },
        new(RegisterField.Title, RegisterStep.Representative, AnswerKind.Name, "honorific-prefix", 40) { IsOptional = true,
            Hint = "TitleHint" },
        new(RegisterField.GivenName, RegisterStep.Representative, AnswerKind.Name, "given-name", 100) { IsOptional = true,
            Hint = "GivenNameHint" },
        new(RegisterField.FamilyName, RegisterStep.Representative, AnswerKind.Name, "family-name", 100),
        new(RegisterField.JobTitle, RegisterStep.Representative, AnswerKind.Name, "organization-title", 150),
        new(RegisterField.Email, RegisterStep.Representative, AnswerKind.Email, "email", EmailAddress.MaximumLength) { Hint = "EmailHint" },
        new(RegisterField.Phone, RegisterStep.Representative, AnswerKind.Phone, "tel", 40) { Hint = "PhoneHint" },
        new(RegisterField.PreferredLanguage, RegisterStep.Representative, AnswerKind.Choice) { Hint = "PreferredLanguageHint" },
    ];

    private static readonly Dictionary<RegisterField, RegisterQuestion> ByField = All.ToDictionary(question => question.Field);

    public static RegisterQuestion Of(RegisterField field) => ByField[field];
}

internal static class RegisterSteps
{
    private static readonly ILookup<RegisterStep, RegisterField> Fields = RegisterQuestions.All.ToLookup(question => question.Step,
        question => question.Field);

    public static IReadOnlyList<RegisterStep> All { get; } = Enum.GetValues<RegisterStep>();

    public static IEnumerable<RegisterField> FieldsOf(RegisterStep step) => Fields[step];

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

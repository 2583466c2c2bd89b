using System.Reflection;
using Ephyto.AdminConsole.Features.Registrations.Recover.UseCases;
using Ephyto.AdminConsole.Features.Registrations.Register;

namespace Ephyto.AdminConsole.Features.Registrations.Recover;

/// <summary>What is typed: who is to become the administrator, and why.</summary>
public sealed class RecoverForm
{
    // A posted form is read into properties: each question about the person has one of its name.
    private static readonly Dictionary<RegisterField, PropertyInfo> Answers = RegisterSteps.FieldsOf(RegisterStep.Representative)
        .ToDictionary(
        field => field,
        field => typeof(RecoverForm).GetProperty(field.ToString())
            ?? throw new InvalidOperationException($"The form of a recovery has no property {field}."));

    /// <summary>The questions about the person, under the same rules as in a registration.</summary>
    internal static IReadOnlyList<RegisterField> Fields { get; } = [.. RegisterSteps.FieldsOf(RegisterStep.Representative),
        RegisterField.Informed];

    public string? Title { get; set; }

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? JobTitle { get; set; }

    public string? Email { get; set; }

    /// <summary>The address with look-alike letters of which the reader was told so.</summary>
    public string? MixedTold { get; set; }

    public string? Phone { get; set; }

    public string? PreferredLanguage { get; set; }

    public string? Words { get; set; }

    public bool Informed { get; set; }

    /// <summary>The address at a service open to everybody of which the reader was told so.</summary>
    public string? FreeMailTold { get; set; }

    /// <summary>A field people do not see.</summary>
    public string? Extra { get; set; }

    /// <summary>When the form was opened, encrypted by the server.</summary>
    public string? Visit { get; set; }

    internal string? AnswerTo(RegisterField field) => (string?)Answers[field].GetValue(this);

    internal void Answer(RegisterField field, string? text) => Answers[field].SetValue(this, text);

    internal RegisterForm ToPerson()
    {
        var person = new RegisterForm();
        foreach (var field in Answers.Keys) person[field] = AnswerTo(field) ?? "";
        person[RegisterField.Informed] = Informed ? bool.TrueString : "";
        return person;
    }

    internal StartRecoveryRequest ToRequest(string countryCode, RegisterVisit? visit = null, string? remoteAddress = null) =>
        new(countryCode, ToPerson(), Words, remoteAddress, visit?.OpenedAt, Extra ?? "", visit?.DraftKey);
}

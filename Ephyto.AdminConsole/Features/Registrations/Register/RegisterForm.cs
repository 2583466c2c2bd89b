using Ephyto.Domain.Common;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Register;

/// <summary>What is typed so far; an empty text where nothing is.</summary>
internal sealed class RegisterForm
{
    // Nobody types a choice.
    private const int LongestChoice = 100;

    private readonly Dictionary<RegisterField, string> _values = [];

    public RegisterForm()
    {
    }

    /// <param name="kept">Of a draft: names of <see cref="RegisterField"/>; other names are left out.</param>
    public RegisterForm(IEnumerable<KeyValuePair<string, string>> kept)
    {
        foreach (var (name, text) in kept)
        {
            if (Enum.TryParse<RegisterField>(name, out var field)) this[field] = text;
        }
    }

    public string this[RegisterField field]
    {
        get => _values.GetValueOrDefault(field, "");
        set => _values[field] = FreeText.Beginning(value, LongestOf(field));
    }

    /// <summary>Nothing was answered; a language is set from the start.</summary>
    public bool IsEmpty => _values.All(value => value.Key == RegisterField.PreferredLanguage || string.IsNullOrWhiteSpace(value.Value));

    public bool Informed => this[RegisterField.Informed] == bool.TrueString;

    /// <summary>Null while none is chosen.</summary>
    public ExchangeSystem? System =>
        Enum.TryParse<ExchangeSystem>(this[RegisterField.System], out var system) && Enum.IsDefined(system) ? system : null;

    public OrganizationDetails ToOrganization() => new(
        Clean(RegisterField.OrganizationName), Clean(RegisterField.NameInEnglish), Clean(RegisterField.Address),
        Clean(RegisterField.Website), System!.Value);

    public Representative ToRepresentative() => new(
        Clean(RegisterField.Title), Clean(RegisterField.GivenName), Clean(RegisterField.FamilyName), Clean(RegisterField.JobTitle),
        Clean(RegisterField.Email), Clean(RegisterField.Phone), this[RegisterField.PreferredLanguage]);

    /// <summary>
    /// What is typed stays whole, however long: the rules say beside the field what is too long, and nothing is lost silently. A message of
    /// a circuit, and a posted form, have their own greatest size.
    /// </summary>
    internal static int LongestOf(RegisterField field) => RegisterQuestions.Of(field).Longest is null ? LongestChoice : int.MaxValue;

    private string Clean(RegisterField field) => RegisterCleaning.Clean(field, this[field]);
}

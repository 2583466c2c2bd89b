using Ephyto.AdminConsole.Components.Shared;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Account;

/// <summary>What somebody types who activates an account.</summary>
internal sealed class PersonForm
{
    private const int MaximumLength = 100;

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? JobTitle { get; set; }

    public string? Password { get; set; }

    public string? PasswordAgain { get; set; }

    public static PersonForm Of(PersonDetails person) =>
        new() { GivenName = person.GivenName, FamilyName = person.FamilyName, JobTitle = person.JobTitle };

    /// <summary>Title and telephone stay as the organisation has them.</summary>
    public PersonDetails ToPerson(PersonDetails known) =>
        known with { GivenName = Clean(GivenName), FamilyName = Clean(FamilyName), JobTitle = Clean(JobTitle) };

    public IEnumerable<FieldError> Missing(IStringLocalizer<AccountText> text, Terms.Terms terms)
    {
        if (Clean(FamilyName).Length == 0) yield return new("Form.FamilyName", text["FamilyNameMissing"]);
        if (Clean(JobTitle).Length == 0) yield return new("Form.JobTitle", text["JobTitleMissing"]);
        foreach (var (field, typed) in new[] { ("Form.GivenName", GivenName), ("Form.FamilyName", FamilyName), ("Form.JobTitle", JobTitle) })
        {
            if (TypedName.FaultOf(Clean(typed)) is { } fault) yield return new(field, terms.Error(fault));
        }
    }

    private static string Clean(string? text) => FreeText.Line(text, MaximumLength) ?? "";
}

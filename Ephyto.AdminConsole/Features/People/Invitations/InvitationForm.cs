using Ephyto.AdminConsole.Components.Account;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.People.Invitations;

/// <summary>
/// What somebody types who accepts an invitation: of an organization the parts of the name and the job, of the hub a name.
/// </summary>
internal sealed class InvitationForm
{
    private const int MaximumLength = 100;

    public string? Name { get; set; }

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? JobTitle { get; set; }

    public string? Password { get; set; }

    public string? PasswordAgain { get; set; }

    public static InvitationForm Of(PersonDetails person) =>
        new() { GivenName = person.GivenName, FamilyName = person.FamilyName, JobTitle = person.JobTitle };

    /// <summary>Title and telephone stay as the organization has them.</summary>
    public PersonDetails ToPerson(Invitation invitation) => invitation.Organization is null
        ? PersonDetails.Unknown with { FamilyName = Clean(Name) }
        : invitation.Person with { GivenName = Clean(GivenName), FamilyName = Clean(FamilyName), JobTitle = Clean(JobTitle) };

    public IEnumerable<FieldError> Missing(IStringLocalizer<AccountText> text, Terms terms)
    {
        if (Clean(FamilyName).Length == 0) yield return new("Form.FamilyName", text["FamilyNameMissing"]);
        if (Clean(JobTitle).Length == 0) yield return new("Form.JobTitle", text["JobTitleMissing"]);
        foreach (var error in Faults(terms, ("Form.GivenName", GivenName), ("Form.FamilyName", FamilyName), ("Form.JobTitle", JobTitle)))
            yield return error;
    }

    public IEnumerable<FieldError> MissingName(IStringLocalizer<AccountText> text, Terms terms)
    {
        if (Clean(Name).Length == 0) yield return new("Form.Name", text["NameMissing"]);
        foreach (var error in Faults(terms, ("Form.Name", Name))) yield return error;
    }

    private static IEnumerable<FieldError> Faults(Terms terms, params (string Field, string? Typed)[] fields)
    {
        foreach (var (field, typed) in fields)
        {
            if (TypedName.FaultOf(Clean(typed)) is { } fault) yield return new(field, terms.Error(fault));
        }
    }

    private static string Clean(string? text) => FreeText.Line(text, MaximumLength) ?? "";
}

using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.People.Members.Pages;

/// <summary>What somebody types who asks to join.</summary>
internal sealed class JoinForm
{
    private const int MaximumLength = 100;

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? JobTitle { get; set; }

    public string? Email { get; set; }

    /// <summary>The address with look-alike letters of which the reader was told so.</summary>
    public string? MixedTold { get; set; }

    public string? Language { get; set; }

    public string? Words { get; set; }

    public PersonDetails ToPerson() => new("", Clean(GivenName), Clean(FamilyName), Clean(JobTitle), "");

    public IEnumerable<FieldError> Missing(IStringLocalizer<MembersText> text, Terms terms)
    {
        if (Clean(FamilyName).Length == 0) yield return new("Form.FamilyName", text["FamilyNameMissing"]);
        if (Clean(JobTitle).Length == 0) yield return new("Form.JobTitle", text["JobTitleMissing"]);
        foreach (var (field, typed) in new[] { ("Form.GivenName", GivenName), ("Form.FamilyName", FamilyName),
            ("Form.JobTitle", JobTitle) })
        {
            if (TypedName.FaultOf(Clean(typed)) is { } fault) yield return new(field, terms.Error(fault));
        }
    }

    private static string Clean(string? text) => FreeText.Line(text, MaximumLength) ?? "";
}

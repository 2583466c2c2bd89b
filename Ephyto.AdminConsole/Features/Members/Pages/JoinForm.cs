using Ephyto.AdminConsole.Components.Shared;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Members.Pages;

/// <summary>What somebody types who asks to join.</summary>
internal sealed class JoinForm
{
    private const int MaximumLength = 100;

    public string? GivenName { get; set; }

    public string? FamilyName { get; set; }

    public string? JobTitle { get; set; }

    public string? Email { get; set; }

    public string? Language { get; set; }

    public string? Words { get; set; }

    public PersonDetails ToPerson() => new("", Clean(GivenName), Clean(FamilyName), Clean(JobTitle), "");

    public IEnumerable<FieldError> Missing(IStringLocalizer<MembersText> text)
    {
        if (Clean(FamilyName).Length == 0) yield return new("Form.FamilyName", text["FamilyNameMissing"]);
        if (Clean(JobTitle).Length == 0) yield return new("Form.JobTitle", text["JobTitleMissing"]);
    }

    private static string Clean(string? text) => FreeText.Clean(text, MaximumLength)?.Replace('\n', ' ') ?? "";
}

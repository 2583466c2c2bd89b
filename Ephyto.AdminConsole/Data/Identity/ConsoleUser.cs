using Ephyto.Domain.Common;
using Microsoft.AspNetCore.Identity;

namespace Ephyto.AdminConsole.Data.Identity;

/// <summary>An account: how a person signs in, and how the console speaks to them. What they may do lies with their memberships.</summary>
public sealed class ConsoleUser : IdentityUser<Guid>, ISearchable
{
    public ConsoleUser() => Id = Guid.CreateVersion7();

    public string DisplayName { get; set; } = "";

    /// <summary>Two letters; the language of messages and, after sign-in, of the pages.</summary>
    public string Language { get; set; } = Languages.English.Code;

    /// <summary>IANA name of the zone the person wants times in; null: as the browser is set.</summary>
    public string? TimeZone { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? LastSignInAt { get; set; }

    SubjectRef ISearchable.SearchSubject => new(SubjectKinds.Account, Id);

    IEnumerable<string> ISearchable.SearchTexts => [DisplayName, Email ?? ""];

    string? ISearchable.SearchCountry => null;
}

using System.Text.RegularExpressions;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>
/// What one person typed stands isolated on another's page: in a <c>bdi</c> or an element with a <c>dir</c> of its own. Words in a
/// sentence are isolated by the localizers.
/// </summary>
public sealed partial class IsolationTests
{
    // Headings that a page gives to a shared part, which isolates them there, and words of the console's own.
    private static readonly string[] Own =
        ["Platform/Emails/EmailHtml.razor", "Platform/Emails/Mailbox/MailboxFrame.razor", "Components/Pages/GuideNotice.razor",
            "Components/Account/Pages/Manage/Sessions.razor"];

    [Fact]
    public void What_people_typed_stands_isolated_on_pages() => Findings.None(
        Repository.SourceFiles(".razor")
            .Where(file => file.StartsWith("Ephyto.AdminConsole/", StringComparison.Ordinal)
                && !Own.Any(own => file.EndsWith(own, StringComparison.Ordinal)))
            .SelectMany(file => Bare(file, Repository.Read(file))));

    [Theory]
    [InlineData("<td>@row.Member.Person.FullName</td>")]
    [InlineData("<li>@x, @holder.Organization: 3</li>")]
    [InlineData("<p><strong>@Document.Title</strong></p>")]
    [InlineData("<option>@Terms.Person(person.Name)</option>")]
    public void A_bare_name_is_found(string markup) => Assert.Single(Bare("A.razor", markup));

    [Theory]
    [InlineData("<td><bdi>@row.Member.Person.FullName</bdi></td>")]
    [InlineData("<dd dir=\"auto\">@Nppo.Organization.Name</dd>")]
    [InlineData("<p class=\"lines\" dir=\"auto\">@Text[\"WhatIsNew\"] <bdi>@Current.Notes</bdi></p>")]
    [InlineData("<a title=\"@Text[\"Of\", Person.FullName]\" href=\"/x/@Person.FullName\">x</a>")]
    [InlineData("<option>@Isolated.Of(person.Name)</option>")]
    [InlineData("@code { private string Of(Person p) => p.FullName; }")]
    public void A_name_that_stands_by_itself_passes(string markup) => Assert.Empty(Bare("A.razor", markup));

    /// <summary>
    /// The one place that knows which characters are letters, and in runes; codes and passwords have a form of their own.
    /// </summary>
    [Fact]
    public void Nobody_judges_typed_text_by_halves_of_characters() => Findings.None(
        Repository.SourceFiles(".cs",
            ".razor").Where(
                file => (file.StartsWith("Ephyto.Domain/", StringComparison.Ordinal)
                    || file.StartsWith("Ephyto.AdminConsole/", StringComparison.Ordinal))
                && !file.Contains("/Platform/Security/", StringComparison.Ordinal)
                && !file.Contains("/Platform/Pdf/", StringComparison.Ordinal) && !file.EndsWith("/TextCheck.cs", StringComparison.Ordinal))
            .SelectMany(file => Repository.Read(file).Split('\n').Where(line => CharTest().IsMatch(line))
                .Select(line => $"{file}: {line.Trim()}")));

    private static IEnumerable<string> Bare(string file, string source)
    {
        var code = source.IndexOf("@code", StringComparison.Ordinal);
        var markup = code < 0 ? source : source[..code];
        foreach (Match typed in Typed().Matches(markup))
        {
            var before = markup[..typed.Index];
            var (open, close) = (before.LastIndexOf('<'), Arrow().Replace(before, "==").LastIndexOf('>'));
            if (open > close || open < 0) continue;
            var element = before[open..(close + 1)];
            if (close == before.Length - 1
                && (element.StartsWith("<bdi", StringComparison.Ordinal) || element.Contains("dir=\"", StringComparison.Ordinal))) continue;
            yield return $"{file}: {typed.Value} stands bare";
        }
    }

    [GeneratedRegex(@"@\(?(?:(?:[A-Za-z_]\w*(?:\([^()]*\))?[!?]*\.)*\b(?:FullName|DisplayName|GivenName|FamilyName|JobTitle|Organization"
        + @"|NameInEnglish|Words|Grounds|Description|Notes"
        + @"|FileName|Addressee|Typed|Email|Subject|Channel|Endpoint|Excerpt)\b(?!\w*[=\[.(]|\s*=>)|\w+\.Organization\.Name\b"
        + @"|\w+\.Person\(|(?:Document|document|Question|passkey|hit|file)\.(?:Title|Name)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Typed();

    [GeneratedRegex(@"=>", RegexOptions.CultureInvariant)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"\bchar\.Is(Letter|LetterOrDigit|Control|WhiteSpace|Digit)\b", RegexOptions.CultureInvariant)]
    private static partial Regex CharTest();
}

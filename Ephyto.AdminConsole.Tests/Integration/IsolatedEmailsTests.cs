using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Ephyto.AdminConsole.Tests.Integration;

/// <summary>
/// Every e-mail that the console can write, with every text in it from somebody who writes from right to left: whatever was typed
/// stands isolated, in the subject, the text and the page. An e-mail that is written tomorrow is found here by itself.
/// </summary>
public sealed class IsolatedEmailsTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const string Marker = "مارقة";

    [Theory]
    [MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public async Task Whatever_was_typed_stands_isolated_in_every_email(string language)
    {
        using var culture = CultureScope.Enter(language);
        List<string> bare = [];
        var (emails, marked) = (0, 0);
        await using var scope = Host.Services.CreateAsyncScope();
        foreach (var (name, content) in EveryEmail.Write(scope.ServiceProvider, Marker))
        {
            var rendered = await Host.Get<EmailRenderer>().RenderAsync(content);
            emails++;
            if (rendered.Text.Contains(Marker, StringComparison.Ordinal)) marked++;
            bare.AddRange(OneLine.Of(content.Subject).Split('\n').Concat(rendered.Text.Split('\n')).Where(IsBare)
                .Select(line => $"{name}: {line}"));
            bare.AddRange(BareIn(rendered.Html).Select(text => $"{name} (HTML): {text}"));
        }

        Assert.True(bare.Count == 0, string.Join('\n', bare));
        Assert.InRange(emails, 55, 500);
        Assert.InRange(marked, emails / 2, emails);
    }

    /// <summary>Whether the marker stands anywhere outside of what is opened by U+2068 and closed by U+2069.</summary>
    private static bool IsBare(string line)
    {
        var depth = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '\u2068') depth++;
            else if (line[at] == '\u2069') depth--;
            else if (depth == 0 && line.AsSpan(at).StartsWith(Marker)) return true;
        }

        return depth != 0;
    }

    private static IEnumerable<string> BareIn(string html) =>
        new HtmlParser().ParseDocument(html).All.SelectMany(element => element.ChildNodes.OfType<IText>())
            .Where(text => text.Data.Contains(Marker, StringComparison.Ordinal)
                && text.Ancestors<IElement>()
                    .All(element => element.LocalName != "bdi" && !element.HasAttribute("dir") || element.LocalName == "html"))
            .Select(text => text.Data.Trim()).Where(IsBare);
}

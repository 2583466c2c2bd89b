using System.Xml.Linq;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Architecture;

/// <summary>Every text exists in every language, with the same places to fill in; every text that is asked for exists.</summary>
public sealed class ResourceTests
{
    [Fact]
    public void Every_text_exists_in_every_language() =>
        Findings.None(ResourceRules.Differences(Files(), Offered.Translations));

    [Fact]
    public void Every_text_that_is_asked_for_exists()
    {
        var texts = Files();
        Findings.None(Repository.SourceFiles(".cs", ".razor")
            .Where(file => file.StartsWith("Ephyto.AdminConsole/", StringComparison.Ordinal))
            .SelectMany(file => ResourceRules.Unknown(file, Repository.Read(file), texts)));
    }

    [Fact]
    public void An_email_and_a_letter_call_a_field_as_the_pages_do() => Findings.None(
        ResourceRules.SaidAgain(Files(), "Ephyto.AdminConsole/Components/Terms/FieldNames", "fr")
            .Where(found => found.Split('/') is [.., "Emails" or "Pdf", _]));

    // A heading of a question that happens to read like one of a check; the tools of development, which stand below the labels.
    [Fact]
    public void What_a_field_is_called_stands_once() => Findings.None(
        ResourceRules.LabelsTwice(Components(), Files(), "FieldNames", "fr")
            .Except(["Guide.CheckAnswer", "RegistrationPageText.Answer_Label", "MailboxText.State"]));

    [Fact]
    public void A_label_that_two_pages_say_in_the_same_words_is_found()
    {
        var files = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["Names.resx"] = new Dictionary<string, string> { ["Phone"] = "Phone" },
            ["Names.fr.resx"] = new Dictionary<string, string> { ["Phone"] = "Téléphone" },
            ["A.resx"] = new Dictionary<string, string> { ["Day"] = "Day", ["Same"] = "Same", ["Own"] = "Own", ["Call"] = "Phone" },
            ["A.fr.resx"] = new Dictionary<string, string> { ["Day"] = "Jour", ["Same"] = "Même", ["Own"] = "Propre",
                ["Call"] = "Téléphone" },
            ["B.resx"] = new Dictionary<string, string> { ["On"] = "Day", ["Same"] = "Same", ["Own"] = "Own" },
            ["B.fr.resx"] = new Dictionary<string, string> { ["On"] = "Jour", ["Same"] = "Pareil", ["Own"] = "Propre" },
        };
        var components = new Dictionary<string, string>
        {
            ["One.razor"] =
                "<dt>@Text[\"Day\"]</dt><th scope=\"col\">@Text[\"Same\"]</th><FormField Label=\"@Text[\"Call\"]\" "
                    + "/><h2>@Text[\"Own\"]</h2>",
            ["One.razor.cs"] = "[Inject] internal IStringLocalizer<A> Text { get; set; } = default!;",
            ["Two.razor"] =
                "@inject IStringLocalizer<B> Text\n<td data-label=\"@Text[\"On\"]\"><dt>@Text[\"Same\"]</dt><dt>@Text[\"Own\"]</dt>",
        };

        Assert.Equal(["A.Call", "A.Day", "B.On"], ResourceRules.LabelsTwice(components, files, "Names", "fr"));
    }

    [Fact]
    public void A_label_said_again_is_found()
    {
        var files = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["Names.resx"] = new Dictionary<string, string> { ["State"] = "State" },
            ["Names.fr.resx"] = new Dictionary<string, string> { ["State"] = "État" },
            ["Emails/A.resx"] = new Dictionary<string, string> { ["Now"] = "State", ["Other"] = "State" },
            ["Emails/A.fr.resx"] = new Dictionary<string, string> { ["Now"] = "État", ["Other"] = "Situation" },
        };

        Assert.Equal(["Emails/A.resx: Now says what Names.State says"], ResourceRules.SaidAgain(files, "Names", "fr"));
    }

    [Fact]
    public void A_breach_is_found()
    {
        var files = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["A/Slice.resx"] = new Dictionary<string, string> { ["Same"] = "On {0:d}", ["Lost"] = "x", ["Filled"] = "{0} of {1}",
                ["Blank"] = "x" },
            ["A/Slice.fr.resx"] = new Dictionary<string, string> { ["Same"] = "Le {0:d}", ["New"] = "x", ["Filled"] = "{0}",
                ["Blank"] = " " },
            ["A/Alone.resx"] = new Dictionary<string, string>(),
            ["A/Orphan.fr.resx"] = new Dictionary<string, string>(),
        };

        Assert.Equal(
            ["A/Alone.fr.resx: missing", "A/Orphan.resx: missing", "A/Slice.fr.resx: Blank is empty",
                "A/Slice.fr.resx: Filled has other places",
                "A/Slice.fr.resx: Lost missing", "A/Slice.resx: New missing"],
            ResourceRules.Differences(files, ["fr"]).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["A/Page.razor: Slice has no text Gone"],
            ResourceRules.Unknown("A/Page.razor",
                "@inject IStringLocalizer<Slice> L\n@L[\"Same\"] @L[\"Gone\", 1] @L[name] @L[\"Stage\" + number]", files));
    }

    private static Dictionary<string, string> Components() => Repository.SourceFiles(".razor", ".cs")
        .Where(file => file.StartsWith("Ephyto.AdminConsole/", StringComparison.Ordinal)
            && file.Contains(".razor", StringComparison.Ordinal)).ToDictionary(file => file, Repository.Read);

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Files() =>
        Repository.SourceFiles(".resx").ToDictionary(
            file => file,
            IReadOnlyDictionary<string, string> (file) => XDocument.Load(Repository.Path(file)).Root!.Elements("data")
                .ToDictionary(text => text.Attribute("name")!.Value, text => text.Element("value")!.Value));
}

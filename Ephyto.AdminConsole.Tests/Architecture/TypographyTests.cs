using System.Xml.Linq;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Architecture;

public sealed class TypographyTests
{
    [Fact]
    public void French_texts_have_the_spaces_of_French() =>
        Findings.None(Repository.SourceFiles(".resx").Where(file => file.EndsWith(".fr.resx", StringComparison.Ordinal))
            .SelectMany(file => XDocument.Load(Repository.Path(file)).Root!.Elements("data")
            .SelectMany(text => TypographyRules.French($"{file} {text.Attribute("name")!.Value}", text.Element("value")!.Value))));

    [Fact]
    public void French_documents_have_the_spaces_of_French() =>
        Findings.None(Repository.SourceFiles(".md").Where(file => file.EndsWith(".fr.md", StringComparison.Ordinal))
            .SelectMany(file => TypographyRules.French(file, TypographyRules.Prose(Repository.Read(file)))));

    [Fact]
    public void No_page_puts_a_colon_between_two_texts() =>
        Findings.None(Repository.SourceFiles(".razor").SelectMany(file => TypographyRules.OwnColon(file, Repository.Read(file))));

    [Theory]
    [InlineData("Déjà inscrit ?")]
    [InlineData("Déjà inscrit?")]
    [InlineData("Le fichier « {0} » dépasse")]
    [InlineData("Le fichier «\u00a0{0} » dépasse")]
    [InlineData("Votre rôle : {1}.")]
    [InlineData("Votre rôle: {1}.")]
    [InlineData("Votre rôle\u202f: {1}.")]
    [InlineData("{0} fichiers ; le maximum")]
    [InlineData("fichiers; le maximum")]
    public void A_wrong_space_is_found(string text) => Assert.NotEmpty(TypographyRules.French("x", text));

    [Theory]
    [InlineData("Déjà inscrit\u00a0?")]
    [InlineData("Le fichier «\u00a0{0}\u00a0» dépasse {0:d MMMM} à 10:30")]
    [InlineData("https://example.org/a?b=1;c mailto:a@example.org")]
    public void A_right_space_is_none(string text) => Assert.Empty(TypographyRules.French("x", text));

    [Theory]
    [InlineData("<p>@Text[\"Audience\"]: @Terms.Of(x)</p>")]
    [InlineData("<bdi>@name</bdi>: @Text[\"Version\"]")]
    [InlineData("<span>: <bdi>@name</bdi></span>")]
    public void A_colon_of_a_page_is_found(string markup) => Assert.NotEmpty(TypographyRules.OwnColon("x", markup));
}

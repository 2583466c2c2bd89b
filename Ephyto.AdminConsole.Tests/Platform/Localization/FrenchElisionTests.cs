using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Platform.Localization;

/// <summary>Before a vowel French says d’ and qu’.</summary>
public sealed partial class FrenchElisionTests
{
    [Theory]
    [InlineData("Le rôle de {0} est modifié.", "Omar", "Le rôle d’Omar est modifié.")]
    [InlineData("Le rôle de {0} est modifié.", "Élodie", "Le rôle d’Élodie est modifié.")]
    [InlineData("Le rôle de {0} est modifié.", "Yves", "Le rôle d’Yves est modifié.")]
    [InlineData("Le rôle de {0} est modifié.", "Yann", "Le rôle de Yann est modifié.")]
    [InlineData("Le rôle de {0} est modifié.", "Moussa", "Le rôle de Moussa est modifié.")]
    [InlineData("Le rôle de {0} est modifié.", "Ouattara", "Le rôle de Ouattara est modifié.")]
    [InlineData("De {0}", "Office national", "D’Office national")]
    [InlineData("Ce que {0} modifiera", "annuaire.csv", "Ce qu’annuaire.csv modifiera")]
    [InlineData("au nom de {0}, code {0}", "Haïti", "au nom d’Haïti, code Haïti")]
    [InlineData("mode {0}", "Essai", "mode Essai")]
    public void A_name_decides(string sentence, string name, string said)
    {
        using var french = CultureScope.Enter("fr");

        Assert.Equal(said, string.Format(null, FrenchElision.In(sentence, [name]), name));
    }

    [Fact]
    public void Numbers_and_other_languages_are_left()
    {
        using (CultureScope.Enter("fr")) Assert.Equal("Plus de {0:N0} entrées", FrenchElision.In("Plus de {0:N0} entrées", [11]));
        using (CultureScope.Enter("en")) Assert.Equal("vie de {0}", FrenchElision.In("vie de {0}", ["Ana"]));
    }

    [Fact]
    public void Every_french_sentence_with_a_name_after_de_or_que_reads_well_with_a_vowel()
    {
        using var french = CultureScope.Enter("fr");
        var sentences = Repository.SourceFiles(".resx").Where(file => file.EndsWith(".fr.resx", StringComparison.Ordinal))
            .SelectMany(file => XDocument.Parse(Repository.Read(file)).Descendants("data").Select(data => data.Element("value")!.Value))
            .Where(value => Before().IsMatch(value)).ToList();

        Assert.NotEmpty(sentences);
        Assert.All(sentences, sentence => Assert.DoesNotMatch(
            @"\b[Dd]e Omar|\b[Qq]ue Omar", string.Format(null, FrenchElision.In(sentence, Names), Names)));
    }

    private static readonly object[] Names = [.. Enumerable.Repeat("Omar", 20)];

    [GeneratedRegex(@"\b([Dd]e|[Qq]ue) \{\d+\}")]
    private static partial Regex Before();
}

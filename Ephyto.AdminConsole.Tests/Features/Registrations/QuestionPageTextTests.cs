using System.Xml.Linq;
using Ephyto.AdminConsole.Tests.Support;

namespace Ephyto.AdminConsole.Tests.Features.Registrations;

/// <summary>A page that asks "are you sure" claims nothing that has not happened.</summary>
public class QuestionPageTextTests
{
    [Theory]
    [InlineData("RegistrationPageText.resx", "If you press below, ")]
    [InlineData("RegistrationPageText.fr.resx", "Si vous appuyez ci-dessous, ")]
    public void What_follows_from_a_button_is_said_to_follow(string file, string beginning)
    {
        var path = Repository.Path("Ephyto.AdminConsole", "Features", "Registrations", file);
        var texts = XDocument.Load(path).Root!.Elements("data")
            .Where(data => data.Attribute("name")!.Value is var name && name.Contains("Sure_", StringComparison.Ordinal)
                && name.EndsWith("_Text", StringComparison.Ordinal))
            .Select(data => data.Element("value")!.Value).ToList();

        Assert.Equal(6, texts.Count);
        Assert.All(texts, text => Assert.StartsWith(beginning, text, StringComparison.Ordinal));
    }
}

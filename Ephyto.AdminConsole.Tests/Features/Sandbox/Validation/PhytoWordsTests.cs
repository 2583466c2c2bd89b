using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Validation;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Time.Testing;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Validation;

/// <summary>Every finding has its words.</summary>
public sealed class PhytoWordsTests : IDisposable
{
    private static readonly PhytoCheck Check = new(new PhytoCountries(new CountryCatalogue()), new FakeTimeProvider(BrokenCertificate.Now));
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    public static TheoryData<string> Languages => Offered.Languages;

    public void Dispose() => _services.Dispose();

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_finding_is_said_in_a_sentence_with_all_its_places_filled(string language)
    {
        using var _ = CultureScope.Enter(language);
        PhytoWords words = new(_services.GetRequiredService<IStringLocalizer<SandboxValidationText>>());

        foreach (var (type, _, _, change) in BrokenCertificates.All)
        {
            var said = words.Of(Assert.Single(Check.Check(change(new(type)).Content, null)));
            Assert.EndsWith(".", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Finding_", said, StringComparison.Ordinal);
            Assert.DoesNotContain("{", said, StringComparison.Ordinal);
        }
    }

    /// <summary>A rule without a certificate that breaks it would be a rule that nobody has tried.</summary>
    [Fact]
    public void Each_finding_that_has_words_is_made_by_a_test()
    {
        var tests = Repository.Read("Ephyto.AdminConsole.Tests/Features/Sandbox/Validation/BrokenCertificates.cs")
            + Repository.Read("Ephyto.AdminConsole.Tests/Features/Sandbox/Validation/PhytoCheckTests.cs");
        var texts = XDocument.Parse(Repository.Read("Ephyto.AdminConsole/Features/Sandbox/Validation/SandboxValidationText.resx"));

        Assert.DoesNotContain(texts.Root!.Elements("data").Select(text => text.Attribute("name")!.Value["Finding_".Length..]),
            code => !tests.Contains($"\"{code}\"", StringComparison.Ordinal));
    }
}

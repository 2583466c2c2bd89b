using System.Xml.Linq;
using Ephyto.AdminConsole.Features.Sandbox.Outgoing;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Tests.Features.Sandbox.Outgoing;

/// <summary>Whatever may be met at an address has words.</summary>
public sealed class OutgoingWordsTests
{
    private const string Sandbox = "Ephyto.AdminConsole/Features/Sandbox";

    [Fact]
    public void Each_code_of_a_failure_has_words_and_no_words_are_for_nobody()
    {
        var source = string.Concat(Repository.SourceFiles(".cs")
            .Where(file => file.StartsWith($"{Sandbox}/Outgoing/", StringComparison.Ordinal)
                || file.StartsWith($"{Sandbox}/ConnectionTest/", StringComparison.Ordinal)
                || file.StartsWith($"{Sandbox}/Push/", StringComparison.Ordinal)).Select(Repository.Read));
        var words = WordsOf($"{Sandbox}/Outgoing/OutgoingText.resx").Concat(WordsOf($"{Sandbox}/ConnectionTest/ConnectionTestText.resx"))
            .ToHashSet();

        var codes = source.Split("OutgoingStage.").Skip(1).Select(part => part.Split('"'))
            .Where(part => part.Length > 1 && part[0].TrimEnd().EndsWith(',')).Select(part => part[1]);

        Assert.DoesNotContain(words, code => !source.Contains($"\"{code}\"", StringComparison.Ordinal));
        Assert.DoesNotContain(codes, code => !words.Contains(code));
    }

    [Theory]
    [InlineData("en", "ended on Saturday 1 February 2025"), InlineData("fr", "a expiré le samedi 1er février 2025")]
    public void A_day_is_written_in_the_language_of_who_reads(string language, string said)
    {
        using var culture = CultureScope.Enter(language);
        using var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

        var sentence = new OutgoingWords(services.GetRequiredService<IStringLocalizer<OutgoingText>>())
            .Of("CertificateExpired", ["2025-02-01"]);

        Assert.Contains(said, sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".fr")]
    public void Each_failure_has_a_cause_in_few_words_too(string language)
    {
        var file = $"{Sandbox}/Outgoing/OutgoingText{language}.resx";

        Assert.Equal(WordsOf(file).Except(["PushDelivered", "PushAcknowledged"]), WordsOf(file, "Cause_"));
    }

    private static IEnumerable<string> WordsOf(string file, string kind = "Met_") => XDocument.Parse(Repository.Read(file)).Root!
        .Elements("data").Select(text => text.Attribute("name")!.Value).Where(name => name.StartsWith(kind, StringComparison.Ordinal))
        .Select(name => name[kind.Length..]);
}

using System.Text.Json;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Audit;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Access;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.IntegrationDocuments;
using Ephyto.Domain.Members;

namespace Ephyto.AdminConsole.Tests.Features.Audit;

/// <summary>What earlier consoles wrote is never written anew, and says what it said.</summary>
public sealed class OldFactsTests() : UseCaseTests(DatabaseKind.Sqlite)
{
    private const string Old = """{"from":"Viewer","lastDay":"2026-04-02","lastDay.before":null,"to":"Integrator"}""";

    private static readonly MemberRoleChanged Changed = new(
        Guid.Parse("11111111-1111-1111-1111-111111111111"), Guid.Parse("22222222-2222-2222-2222-222222222222"),
        null, NppoRole.Viewer, NppoRole.Integrator, null, new(2026, 4, 2), Actor.System, EventSamples.At);

    public static TheoryData<string> Offered => ["en", "fr"];

    private AuditSentences Sentences => Host.Get<AuditSentences>();

    [Fact]
    public void An_entry_of_an_earlier_console_holds()
    {
        // The hash that the earlier console wrote.
        var entry = AuditEntry.Append(AuditHead.Empty, Changed, Old);

        Assert.Equal("02cc1f9544b32169832f17cdafe33f48ee1edc6b93bd88d29f1957b7c2010920", entry.Hash);
        Assert.True(entry.IsIntact);
        Assert.Equal(Old, entry.Facts);
    }

    [Theory, MemberData(nameof(Offered))]
    public void An_entry_of_an_earlier_console_says_what_one_of_today_says(string language)
    {
        using var reader = CultureScope.Enter(language);
        Assert.All(EventSamples.All, happened =>
        {
            var (today, earlier) = (AuditSentenceTests.LineOf(happened), AuditSentenceTests.LineOf(happened, AsBefore(happened)));

            Assert.Equal(Sentences.What(today), Sentences.What(earlier));
            Assert.Equal(Sentences.Details(today, new ReaderTimeZone()), Sentences.Details(earlier, new ReaderTimeZone()));
            Assert.Equal(today.Named.Keys.Order(), earlier.Named.Keys.Order());
        });
    }

    [Fact]
    public void What_earlier_consoles_wrote_is_known_by_its_name_and_its_writing()
    {
        var facts = AuditLines.FactsOf(AuditEntry.Append(AuditHead.Empty, Changed, Old));

        Assert.Equal(
            [EventFact.Term(NppoRole.Viewer), EventFact.Day(new(2026, 4, 2)), new(FactKind.Unsaid, null),
                EventFact.Term(NppoRole.Integrator)],
            facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => fact.Value));
    }

    [Fact]
    public void What_is_written_today_comes_back_as_what_it_is() => Assert.All(EventSamples.All, happened => Assert.Equal(
        happened.Facts.Where(fact => fact.Value.Value is not null).OrderBy(fact => fact.Key, StringComparer.Ordinal),
        AuditFacts.Read(AuditFacts.Write(happened)).Where(fact => fact.Value.Value is not null)));

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("True")]
    [InlineData("HubStaff")]
    public void Words_that_look_like_something_else_are_said_as_they_are(string title)
    {
        using var reader = CultureScope.Enter("en");
        var line = AuditSentenceTests.LineOf(new DocumentAudienceChanged(
            Guid.CreateVersion7(), title, DocumentAudience.Members, DocumentAudience.HubStaff, Actor.System, EventSamples.At));

        Assert.Contains(Sentences.Details(line, new ReaderTimeZone()), said => said.EndsWith($": {title}", StringComparison.Ordinal));
    }

    [Fact]
    public void What_only_a_later_console_knows_is_read_as_words()
    {
        var read = AuditFacts.Read("""{"orbit":{"is":"Planet","of":"sun","value":"wide"}}""");

        Assert.Equal(FactKind.Words, read["orbit"].Kind);
        Assert.Equal("wide", read["orbit"].Value);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("[]")]
    [InlineData("""{"from":3}""")]
    [InlineData("""{"from":{"is":"Term"}}""")]
    public void What_nobody_wrote_is_no_fact(string stored) => Assert.Empty(AuditFacts.Read(stored));

    private static string AsBefore(DomainEvent happened) =>
        JsonSerializer.Serialize(
            new SortedDictionary<string, string?>(happened.Facts.ToDictionary(fact => fact.Key, fact => fact.Value.Value),
                StringComparer.Ordinal));
}

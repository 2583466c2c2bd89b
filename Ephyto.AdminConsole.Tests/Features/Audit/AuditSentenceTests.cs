using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Audit;
using Ephyto.AdminConsole.Platform.Auditing;
using Ephyto.AdminConsole.Platform.Emails;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.AdminConsole.Tests.Support;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Connections;
using Ephyto.Domain.Nppos;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Tests.Features.Audit;

/// <summary>Whatever can happen is said in a sentence, with every fact in words; a new event fails here until it is.</summary>
public sealed class AuditSentenceTests : UseCaseTests
{
    public AuditSentenceTests()
        : base(DatabaseKind.Sqlite)
    {
    }

    private AuditSentences Sentences => Host.Get<AuditSentences>();

    [Fact]
    public void Every_event_bears_the_code_that_its_type_names() => Assert.All(
        EventSamples.All,
        happened => Assert.Equal(happened.Code, happened.GetType().GetField(nameof(QuestionAsked.Name))?.GetRawConstantValue()));

    [Theory, MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void Every_event_has_a_sentence(string language)
    {
        using var reader = CultureScope.Enter(language);

        Assert.All(EventSamples.All, happened =>
        {
            var sentence = Sentences.What(LineOf(happened));
            Assert.NotEqual(happened.Code, sentence);
            Assert.DoesNotContain("{0}", sentence, StringComparison.Ordinal);
        });
    }

    [Theory, MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void Every_fact_has_a_label(string language)
    {
        using var reader = CultureScope.Enter(language);

        Assert.All(EventSamples.All.SelectMany(happened => happened.Facts.Keys).Distinct().Where(name => !IsBefore(name)),
            name => Assert.NotEqual(name, Host.Get<Terms>().Fact(name)));
    }

    [Theory, MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void No_fact_is_shown_as_it_is_stored(string language)
    {
        using var reader = CultureScope.Enter(language);

        Assert.All(EventSamples.All, happened =>
        {
            var said = string.Join('|', Sentences.Details(LineOf(happened), new ReaderTimeZone()));
            Assert.DoesNotContain("{", said, StringComparison.Ordinal);
            Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}", said);
            Assert.DoesNotMatch(@"\d{4}-\d{2}-\d{2}", said);
            // A name of two words or more, such as SecretariatOfficer, is never a word of a language; GeNS is its own name.
            Assert.All(happened.Facts.Values.Select(fact => fact.Value).OfType<string>().Where(value => value.Skip(1).Any(char.IsUpper)
                && value.All(char.IsLetter) && value is not ("CI" or "GeNS")), value =>
                Assert.DoesNotContain(value, said, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Every_fact_is_said_somewhere()
    {
        using var reader = CultureScope.Enter("en");

        Assert.All(EventSamples.All, happened =>
        {
            var line = LineOf(happened);
            var said = string.Join('|', Sentences.Details(line, new ReaderTimeZone()));
            foreach (var (name, _) in happened.Facts.Where(fact => fact.Value.Value is not null && fact.Key is not ("from" or "to")
                && !IsBefore(fact.Key)))
            {
                var inTheSentence = name == "reason" && Sentences.What(line) != Host.Get<Terms>().Step(line.Code);
                Assert.True(inTheSentence || said.Contains($"{Host.Get<Terms>().Fact(name)}: ", StringComparison.Ordinal),
                    $"{happened.Code} does not say {name}: {said}");
            }
        });
    }

    [Theory, MemberData(nameof(Offered.Languages), MemberType = typeof(Offered))]
    public void Every_kind_of_thing_and_of_email_has_a_name(string language)
    {
        using var reader = CultureScope.Enter(language);

        Assert.All(AuditEvents.SubjectKinds, kind => Assert.NotEqual(kind, Sentences.KindOf(kind)));
        Assert.All(AuditEvents.Codes.Select(code => code.Split('.')[0]), group => Assert.NotEqual(group, Sentences.KindOf(group)));
        Assert.All(Host.Get<EmailCatalogue>().All, kind => Assert.NotEqual(kind.Code, Sentences.EmailOf(kind)));
    }

    [Fact]
    public void Before_and_after_stand_side_by_side()
    {
        using var reader = CultureScope.Enter("en");
        var changed = EventSamples.All.First(happened => happened.Code == "member.role-changed");

        Assert.Contains("Role: ", string.Join('|', Sentences.Details(LineOf(changed), new ReaderTimeZone())), StringComparison.Ordinal);
        Assert.Equal("Role: Viewer instead of Administrator",
            Sentences.Details(LineOf("member.role-changed", ("from", "Administrator"), ("to", "Viewer")), new ReaderTimeZone()).First());
    }

    [Fact]
    public void Times_are_those_of_the_reader()
    {
        using var reader = CultureScope.Enter("en");
        var changed = LineOf("hub-user.role-changed", ("role", "Auditor"), ("until", "2026-03-31T22:30:00.0000000Z"));

        Assert.Equal(["Role: Auditor", "Until: 1 April 2026, 00:30 UTC+2"],
            Sentences.Details(changed, new ReaderTimeZone { Name = "Europe/Rome" }));
    }

    [Fact]
    public void What_no_console_of_today_knows_is_shown_as_it_is()
    {
        var line = LineOf("planet.discovered", ("orbit", "wide"));

        Assert.Equal("planet.discovered", Sentences.What(line));
        Assert.Equal("orbit: wide", Sentences.Details(line, new ReaderTimeZone()).Single());
    }

    [Fact]
    public void Whatever_was_changed_says_what_it_was()
    {
        // A change without a before says only half. What is personal stays out of the trail, before and after.
        string[] personal = ["account.email-changed", "account.password-changed", "member.email-changed"];
        var changes = EventSamples.All.Where(happened => happened.Code.EndsWith("changed", StringComparison.Ordinal)
            && !personal.Contains(happened.Code)).ToList();

        Assert.NotEmpty(changes);
        Assert.All(changes, happened => Assert.Contains(happened.Facts.Keys, name => name == "from" || IsBefore(name)));
    }

    [Fact]
    public void Every_changed_thing_stands_beside_what_it_was()
    {
        using var reader = CultureScope.Enter("en");
        ConnectionSettings before = new(true, true, DeliveryMode.Push, "https://old.example.org",
            [new(PhytoType.Phytosanitary, PhytoStatus.Issued)], []);
        var after = before with { Send = false, Delivery = DeliveryMode.Pull, Endpoint = null,
            Allowed = [.. before.Allowed, new(PhytoType.ReExport, PhytoStatus.Withdrawn)] };
        var said = Sentences.Details(
            LineOf(new ConnectionChanged(Guid.CreateVersion7(), Guid.CreateVersion7(), "LK", before, after, Actor.System, EventSamples.At)),
            new ReaderTimeZone()).ToList();

        Assert.Contains("Sends: no instead of yes", said);
        Assert.Contains("Documents exchanged: 657/40, 851/70 instead of 851/70", said);
        Assert.Contains("Delivery: The system fetches them (pull) instead of The Hub calls the system (push)", said);
        Assert.DoesNotContain(said, detail => detail.Contains("old.example.org", StringComparison.Ordinal)
            || detail.StartsWith("Receives", StringComparison.Ordinal));

        var endless = LineOf("hub-user.role-changed", ("role", "Auditor"), ("role.before", "HubAdministrator"), ("until", null),
            ("until.before", "2026-03-31T09:00:00.0000000Z"));
        Assert.Equal(["Role: Auditor instead of Hub administrator", "Until: – instead of 31 March 2026, 11:00 UTC+2"],
            Sentences.Details(endless, new ReaderTimeZone { Name = "Europe/Rome" }));
    }

    [Fact]
    public void Who_was_it_before_is_named_beside_who_is_it_now()
    {
        using var reader = CultureScope.Enter("en");
        var (before, now) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var passed = LineOf(new TechnicalContactPassed(Guid.CreateVersion7(), now, before, null, Actor.System, EventSamples.At));
        var named = new Dictionary<Guid, AuditThing> { [before] = new(new(SubjectKinds.Member, before), "Ada"),
            [now] = new(new(SubjectKinds.Member, now), "Bo") };

        Assert.Equal(named.Keys.Order(), AuditLines.NamedIn(AuditLines.FactsOf(passed.Entry)).Select(subject => subject.Id).Order());
        Assert.Equal(["Member: Bo instead of Ada"],
            Sentences.Details(passed with { Named = named, About = named[now] }, new ReaderTimeZone()));
    }

    private static bool IsBefore(string name) => name.EndsWith(DomainEvent.Before, StringComparison.Ordinal);

    // Whatever the facts name by id has a name; what it was done to has none, so that nothing is left out for standing there.
    internal static AuditLine LineOf(DomainEvent happened) => LineOf(happened, AuditFacts.Write(happened));

    internal static AuditLine LineOf(DomainEvent happened, string stored)
    {
        var entry = AuditEntry.Append(AuditHead.Empty, happened, stored);
        var facts = AuditLines.FactsOf(entry);
        return new(entry, null, null, null, facts,
            AuditLines.NamedIn(facts).ToDictionary(subject => subject.Id, subject => new AuditThing(subject, "Somebody")));
    }

    private static AuditLine LineOf(string code, params (string Name, string? Value)[] facts) =>
        new(AuditEntry.Append(AuditHead.Empty, new Happened(code), "{}"), null, null, null,
            facts.ToDictionary(fact => fact.Name, fact => OldFacts.Read(code, fact.Name, new(FactKind.Unsaid, fact.Value))),
            new Dictionary<Guid, AuditThing>());

    private sealed record Happened(string Named) : DomainEvent(Actor.System, EventSamples.At)
    {
        public override string Code => Named;

        public override IReadOnlyList<SubjectRef> Subjects => [new(SubjectKinds.Nppo, Guid.Empty)];
    }
}

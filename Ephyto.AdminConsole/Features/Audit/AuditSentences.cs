using System.Globalization;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Localization;
using Ephyto.Domain.Access;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>
/// Says what an entry of the audit trail says, in the reader's language: to the hub and to organizations in the same words.
/// </summary>
internal sealed class AuditSentences(
    Terms terms, CountryCatalogue countries, IStringLocalizer<AuditText> text, IStringLocalizer<SharedText> shared)
{
    // Each stands in the sentence already: as the reason that makes it more exact, or as what it was done to.
    private static readonly string[] SaidElsewhere = ["reason", "member", "title", "kind", "country"];

    /// <summary>What was done: "A member’s role was changed".</summary>
    public string What(AuditLine line) =>
        !line.Entry.IsReadable ? text["Unreadable"] : terms.Step(line.Code, line.Facts.GetValueOrDefault("reason")?.Value);

    /// <summary>Who did it, by name and capacity.</summary>
    public string Who(AuditLine line)
    {
        if (!line.Entry.IsReadable) return text["Unknown"];
        var capacity = text[$"Who_{line.Capacity}"].Value;
        return line.Actor is not { } actor ? capacity : line.Capacity == ActorKind.User
            ? NameOf(actor) : text["WhoInCapacity", NameOf(actor), capacity];
    }

    /// <summary>The name of a thing; where it has none, of which kind it is.</summary>
    public string NameOf(AuditThing thing) => thing switch
    {
        { Name: null } => KindOf(thing.Subject.Kind),
        { Subject.Kind: SubjectKinds.Email, Name: { } kind } => EmailOf(kind),
        { CountryCode: { } country, Name: { } name } => text["CountryAndName", countries.NameOf(country), terms.Person(name)],
        { Name: { } name } => terms.Person(name),
    };

    /// <summary>"Registration", "Contact point"; an unknown kind is shown as it is.</summary>
    public string KindOf(string subjectKind) => Find($"Kind_{KeyOf(subjectKind)}") ?? subjectKind;

    /// <summary>What the e-mail is for; an unknown kind is shown as it is.</summary>
    public string EmailOf(string emailKind) => terms.Email(emailKind);

    /// <summary>Before and after, and every other fact that the sentence does not say yet.</summary>
    public IEnumerable<string> Details(AuditLine line, ReaderTimeZone zone)
    {
        var facts = line.Facts;
        if (ChangeOf(line, "from", "to", zone) is { } change)
            yield return facts.TryGetValue("to", out var to) && AuditEvents.TermOf(to) is NppoRole or HubRole
                ? text["LabelAndValue", terms.Fact("role"), change] : change;
        foreach (var name in facts.Keys.Where(name => name is not ("from" or "to")
            && !name.EndsWith(DomainEvent.Before, StringComparison.Ordinal) && !IsSaid(line, name)).Order(StringComparer.Ordinal))
        {
            if (ChangeOf(line, name + DomainEvent.Before, name, zone) is { } value)
                yield return text["LabelAndValue", terms.Fact(name), value];
        }
    }

    private string? ChangeOf(AuditLine line, string before, string now, ReaderTimeZone zone) =>
        (ValueOf(line, before, zone), ValueOf(line, now, zone)) switch
        {
            (null, null) => null,
            (null, { } value) => value,
            ({ } was, var value) when was != value => text["InsteadOf", was, value ?? "–"].Value,
            (_, var value) => value,
        };

    // The sentence says what something is, never what it was.
    private bool IsSaid(AuditLine line, string name) =>
        SaidElsewhere.Contains(name) && line.Facts.GetValueOrDefault(name + DomainEvent.Before)?.Value is null && name switch
        {
            "reason" => What(line) != terms.Step(line.Code),
            "country" => line.About?.CountryCode is not null || line.Nppo is not null,
            "member" => line.About?.Subject.Kind == SubjectKinds.Member,
            "title" => line.About?.Subject.Kind == SubjectKinds.Document && line.About.Name is not null,
            _ => line.About?.Subject.Kind == SubjectKinds.Email && line.About.Name is not null,
        };

    private string? ValueOf(AuditLine line, string name, ReaderTimeZone zone) =>
        line.Facts.GetValueOrDefault(name) is { Value: { Length: > 0 } value } fact ? ValueOf(line, fact, value, zone) ?? value : null;

    // Null where it is not what it says it is: then it is shown as it is.
    private string? ValueOf(AuditLine line, EventFact fact, string value, ReaderTimeZone zone) => fact.Kind switch
    {
        FactKind.Term => AuditEvents.TermOf(fact) is { } term ? terms.Of(term) : null,
        FactKind.YesNo => bool.TryParse(value, out var so) ? text[so ? "Yes" : "No"].Value : null,
        FactKind.Country => countries.NameOf(value),
        FactKind.Mail => EmailOf(value),
        FactKind.Id => Guid.TryParse(value, out var id) && line.Named.TryGetValue(id, out var thing) ? NameOf(thing) : null,
        FactKind.Day => DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.InWords(shared["DayPattern"]) : null,
        FactKind.Moment =>
            DateTime.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)
                ? MomentOf(moment, zone) : null,
        _ => null,
    };

    private string MomentOf(DateTime moment, ReaderTimeZone zone)
    {
        var (time, offset) = zone.ToLocal(moment);
        return $"{time.InWords(shared["ExactPattern"])} {offset}";
    }

    private string? Find(string key)
    {
        var found = text[key];
        return found.ResourceNotFound ? null : found.Value;
    }

    private static string KeyOf(string code) => code.Replace('.', '_').Replace('-', '_');
}

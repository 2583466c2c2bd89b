using System.Globalization;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>
/// Entries of earlier consoles do not say what their facts are, and stay as they were written: the hash of the chain goes over them.
/// What a fact of theirs is shows in its name and in how it is written.
/// </summary>
internal static class OldFacts
{
    private static readonly Dictionary<string, string> KindsByName = new() { ["member"] = SubjectKinds.Member,
        ["by"] = SubjectKinds.Certificate, ["as"] = SubjectKinds.Email };

    /// <summary>The fact with what it is; one that says so itself is left as it is.</summary>
    public static EventFact Read(string code, string name, EventFact fact)
    {
        if (fact is not { Kind: FactKind.Unsaid, Value: { } value }) return fact;
        var plain = name.EndsWith(DomainEvent.Before, StringComparison.Ordinal) ? name[..^DomainEvent.Before.Length] : name;
        if (AuditEvents.ValueOf(code, value) is { } term) return EventFact.Term(term);
        if (bool.TryParse(value, out var so)) return EventFact.YesNo(so);
        if (name == "country") return EventFact.Country(value);
        if (name == "kind") return EventFact.Mail(value);
        if (KindsByName.TryGetValue(plain, out var kind) && Guid.TryParse(value, out var id)) return EventFact.Id(kind, id);
        if (DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return EventFact.Day(day);
        return DateTime.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)
            ? EventFact.Moment(moment) : EventFact.Words(value);
    }
}

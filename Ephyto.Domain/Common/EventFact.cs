using System.Globalization;

namespace Ephyto.Domain.Common;

/// <summary>What a fact of an event is, so that whoever reads it need not guess.</summary>
public enum FactKind
{
    /// <summary>Shown as they are.</summary>
    Words,

    /// <summary>A value of an enum of the domain, which is named by <see cref="EventFact.Of"/>.</summary>
    Term,

    Number,

    /// <summary>A day of the calendar, as <c>yyyy-MM-dd</c>.</summary>
    Day,

    /// <summary>UTC, in the round-trip form.</summary>
    Moment,

    /// <summary>The id of a thing, whose kind is named by <see cref="EventFact.Of"/>: one of <see cref="SubjectKinds"/>.</summary>
    Id,

    /// <summary>Two letters.</summary>
    Country,

    /// <summary>The kind of an e-mail.</summary>
    Mail,

    YesNo,

    /// <summary>Makes the sentence of the event more exact; never shown by itself.</summary>
    Code,

    /// <summary>Written before facts said what they are.</summary>
    Unsaid,
}

/// <summary>One fact of an event, as it goes into the audit trail.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Written the same in every language; null where there is none, such as no last day.</param>
/// <param name="Of">Of a term the enum, of an id the kind of the thing; else null.</param>
public sealed record EventFact(FactKind Kind, string? Value, string? Of = null)
{
    public static EventFact Words(string? words) => new(FactKind.Words, words);

    public static EventFact Term(Enum value) => new(FactKind.Term, value.ToString(), value.GetType().Name);

    public static EventFact Number(long number) => new(FactKind.Number, number.ToString(CultureInfo.InvariantCulture));

    public static EventFact Day(DateOnly? day) => new(FactKind.Day, day?.ToString("O", CultureInfo.InvariantCulture));

    public static EventFact Moment(DateTime? moment) => new(FactKind.Moment, moment?.ToString("O", CultureInfo.InvariantCulture));

    /// <param name="kind">One of <see cref="SubjectKinds"/>.</param>
    /// <param name="id">Null where there is none.</param>
    public static EventFact Id(string kind, Guid? id) => new(FactKind.Id, id?.ToString(), kind);

    public static EventFact Country(string countryCode) => new(FactKind.Country, countryCode);

    public static EventFact Mail(string mailKind) => new(FactKind.Mail, mailKind);

    public static EventFact YesNo(bool so) => new(FactKind.YesNo, so.ToString());

    public static EventFact Code(string code) => new(FactKind.Code, code);
}

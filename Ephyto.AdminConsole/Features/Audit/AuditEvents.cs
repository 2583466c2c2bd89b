using System.Reflection;
using System.Runtime.CompilerServices;
using Ephyto.Domain.Common;

namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>
/// Every kind of act there is, from the events of the domain: asking a long trail which of them occur would read all of it.
/// </summary>
internal static class AuditEvents
{
    // A code is a constant of its type: no event has to happen to read it.
    private static readonly Dictionary<string, Type> ByCode = typeof(DomainEvent).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(DomainEvent)) && !type.IsAbstract)
        .ToDictionary(type => ((DomainEvent)RuntimeHelpers.GetUninitializedObject(type)).Code);

    private static readonly Dictionary<string, Type[]> EnumsByCode = ByCode.ToDictionary(
        pair => pair.Key,
        pair => pair.Value.GetProperties().Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
            .Where(type => type.IsEnum).Distinct().ToArray());

    public static IReadOnlyList<string> Codes { get; } = [.. ByCode.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Those that can belong to the history of an organization: of its own acts, and of e-mails about it.</summary>
    public static IReadOnlyList<string> CodesOfOrganizations { get; } =
        [.. Codes.Where(code => ByCode[code].GetProperty("NppoId") is not null
            || ByCode[code].GetProperty("About")?.PropertyType == typeof(SubjectRef))];

    /// <summary>Every kind of thing that an act can be about.</summary>
    public static IReadOnlyList<string> SubjectKinds { get; } =
        [.. typeof(SubjectKinds).GetFields(BindingFlags.Static | BindingFlags.Public).Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)];

    // By name: no two enums of events bear the same.
    private static readonly Dictionary<string, Type> EnumsByName = EnumsByCode.Values.SelectMany(types => types).Distinct()
        .ToDictionary(type => type.Name);

    /// <summary>The value of an enum that a fact is; null where it is none, or one of another console.</summary>
    public static Enum? TermOf(EventFact fact) =>
        fact is { Kind: FactKind.Term, Of: { } name, Value: { } value } && EnumsByName.TryGetValue(name, out var type)
            && Enum.IsDefined(type, value) ? (Enum)Enum.Parse(type, value) : null;

    /// <summary>The value of an enum that a fact of the event, which does not say what it is, names; null where it is none.</summary>
    public static Enum? ValueOf(string code, string fact) => EnumsByCode.GetValueOrDefault(code, [])
        .Where(type => Enum.IsDefined(type, fact)).Select(type => (Enum)Enum.Parse(type, fact)).FirstOrDefault();
}

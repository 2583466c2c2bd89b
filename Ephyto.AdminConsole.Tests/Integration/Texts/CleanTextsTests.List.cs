using System.Collections;
using System.Reflection;
using Ephyto.AdminConsole.Features.Audit;
using Ephyto.AdminConsole.Features.ContactPoints;
using Ephyto.AdminConsole.Features.ContactPoints.Import;
using Ephyto.AdminConsole.Features.Integration.UseCases;
using Ephyto.AdminConsole.Tests.Architecture;
using Ephyto.Domain.Auditing;
using Ephyto.Domain.Common;
using Ephyto.Domain.Members;
using Ephyto.Domain.Nppos;

namespace Ephyto.AdminConsole.Tests.Integration.Texts;

/// <summary>The list is read from the use cases: a text that a new one takes is judged, or the reason stands here why not.</summary>
public sealed partial class CleanTextsTests
{
    // Not kept as words: looked for, compared, or read as what they name (an address, a code, a language), each by rules of its own.
    private static readonly string[] NoWords =
    [
        "Search", "CountryCode", "Language", "PreferredLanguage", "Email", "Address", "Addresses", "Password", "Present", "Proof", "Ticket",
        "Offer", "Code", "Channel", "Sender",
        "RemoteAddress", "DraftKey", "Trap", "Region", "Kind", "Number", "Sha256", "Sort", "List", "Query",
        "Operation", "TerritoryOf",
    ];

    // Not kept at all, or a wish for an address or a password.
    private static readonly string[] NotKept = ["RequestEmailChange.Wanted", "ChangePassword.Wanted",
        "SearchDocuments.Words"];

    // Names of people and of organizations: NamesLeadNowhereTests holds each of their forms, and FreeText.Line is under all of them.
    private static readonly string[] NamesOfPeople = ["SetUpHub.Name"];
    private static readonly Type[] People = [typeof(PersonDetails), typeof(ContactPointInput), typeof(DirectoryCsv)];

    // What is looked for, what was before the eyes of whoever acts, and what is chosen from a list: nothing of it is typed and kept.
    private static readonly Type[] Shown = [typeof(AuditFilter), typeof(AuditHead), typeof(SeenStep), typeof(TechnicalContactOffer),
        typeof(Language)];

    [Fact]
    public void Every_text_that_a_use_case_takes_is_judged()
    {
        var texts = Texts().ToList();
        Findings.None(texts.Except(Acts.Keys).Select(text => $"{text} is not judged")
            .Concat(Acts.Keys.Except(texts).Select(text => $"{text} is no text of a use case")));
    }

    private static IEnumerable<string> Texts() =>
        (from type in typeof(Program).Assembly.GetTypes()
         where type.Namespace?.EndsWith(".UseCases", StringComparison.Ordinal) is true && !type.IsNested
         from handler in type.GetMethods().Where(method => method.Name == "HandleAsync")
         from parameter in handler.GetParameters()
         from text in TextsOf(parameter.Name!, parameter.ParameterType, 0)
         let name = type.Name.Split("Handler")[0]
         where Acts.ContainsKey($"{name}.{text}") || !NoWords.Contains(text)
         select $"{name}.{text}").Distinct().Except(NotKept).Except(NamesOfPeople);

    private static IEnumerable<string> TextsOf(string name, Type type, int depth)
    {
        if (type == typeof(string)) return [char.ToUpperInvariant(name[0]) + name[1..]];
        var one = type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[^1] : type;
        if (depth > 3 || one.IsEnum || one.Namespace?.StartsWith("Ephyto.", StringComparison.Ordinal) is not true) return [];
        if (People.Contains(one) || Shown.Contains(one) || typeof(AggregateRoot).IsAssignableFrom(one) || one == typeof(Actor)
            || one == typeof(DomainError)) return [];
        return one.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(part => part.GetIndexParameters().Length == 0 && part.CanWrite)
            .SelectMany(part => TextsOf(part.Name, part.PropertyType, depth + 1));
    }
}

using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Data.Identity;
using Ephyto.Domain.Common;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Components.Terms;

/// <summary>Says what the domain knows by code, in the language of the running code. One set of words for every slice.</summary>
internal sealed class Terms(IStringLocalizer<TermText> texts)
{
    /// <summary>A value's name: "Awaiting the contact point".</summary>
    public string Of(Enum value) => texts[KeyOf(value)];

    /// <summary>A language's name in the reader's own.</summary>
    public string Of(Language language) => texts[$"Language_{language.Code}"];

    /// <summary>Every value of an enumeration with its name, for a field of choices.</summary>
    public IEnumerable<(string Value, string Name)> Choices<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => (value.ToString(), Of(value)));

    /// <summary>A person's name as stored; of somebody whose data were erased, that they were here.</summary>
    public string Person(string name) => name == ErasedPerson.Name ? texts["ErasedPerson"] : name;

    /// <summary>The name of a UN region of the list of countries, such as <c>Africa</c>.</summary>
    public string Region(string region) => Find($"Region_{region}") ?? region;

    /// <summary>A sentence or two on what the value means and what comes next; empty where the name says it all.</summary>
    public string Hint(Enum value) => Find($"Hint_{KeyOf(value)}") ?? "";

    /// <summary>The refusal as its reader may be told it. A refusal without a translation stays English.</summary>
    public string Error(DomainError error) => Find($"Error_{Name(error.Code)}") ?? error.Sentence;

    /// <summary>
    /// What happened, from the code of an event: "The contact point was asked". The reason makes it more exact where it can.
    /// </summary>
    /// <param name="code">Such as <c>registration.escalated</c>; an unknown one is shown as it is.</param>
    /// <param name="reason">The coded reason, or a number such as that of a reminder; null: the kind of act is named, as in a list of
    /// kinds.</param>
    public string Step(string code, string? reason = null) =>
        Find(reason is null ? $"Kind_{Name(code)}" : $"Step_{Name(code)}_{reason}") ?? Find($"Step_{Name(code)}", reason ?? "") ?? code;

    /// <summary>The label of a fact of an event, such as <c>lastDay</c>: "Last day"; an unknown one is shown as it is.</summary>
    public string Fact(string name) => Find($"Fact_{name}") ?? name;

    /// <summary>What an e-mail is for, from its kind: its own name, or that of the event whose code it bears; else the code.</summary>
    public string Email(string kind) => Find($"Mail_{Name(kind)}") ?? Step(kind);

    public static Tone ToneOf(Enum value) => TermLooks.ToneOf(value);

    public static IconKind IconOf(Enum value) => TermLooks.IconOf(value);

    private static string KeyOf(Enum value) => $"{value.GetType().Name}_{value}";

    private static string Name(string code) => code.Replace('.', '_').Replace('-', '_');

    private string? Find(string key, params object[] values)
    {
        var found = texts[key, values];
        return found.ResourceNotFound ? null : found.Value;
    }
}

using System.Globalization;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.Registrations.Staff.UseCases;
using Ephyto.AdminConsole.Field.Registrations;
using Ephyto.Domain.Registrations;

namespace Ephyto.AdminConsole.Features.Registrations.Staff.Pages;

/// <summary>What the list is filtered by, as its address holds it: what a bookmark, the page and the file share.</summary>
/// <param name="State">A state's name, or <see cref="RegistrationRow.Open"/>.</param>
public sealed record RegistrationQuery(
    string? Search = null, string? State = null, string? Kind = null, string? Region = null, string? Age = null, string? Language = null,
    string? Decided = null,
    string? Month = null)
{
    public bool IsFiltered => HasMore || new[] { Search, State, Region, Age }.Any(IsGiven);

    /// <summary>Whether one of the rarer filters is in use.</summary>
    public bool HasMore => new[] { Kind, Language, Decided, Month }.Any(IsGiven);

    internal ListRegistrationsRequest ToRequest(ListAddress address) => new(
        Search, ListQuery.Named<RegistrationStatus>(State), State == RegistrationRow.Open, address.Number,
        ListQuery.Named<RegistrationKind>(Kind), Region, ListQuery.Named<RegistrationAge>(Age), Language,
        ListQuery.Named<DecidedWithin>(Decided), MonthOf(Month), address.Sort, address.Rows);

    /// <summary>What an address asks for.</summary>
    public static RegistrationQuery Of(IQueryCollection address) => new(
        address["search"], address["state"], address["kind"], address["region"], address["age"], address["language"], address["decided"],
        address["month"]);

    /// <summary>For the address; what is not asked for is left out of it, and it is the first page.</summary>
    public Dictionary<string, object?> ToAddress() => new()
    {
        ["search"] = Given(Search), ["state"] = Given(State), ["kind"] = Given(Kind), ["region"] = Given(Region), ["age"] = Given(Age),
        ["language"] = Given(Language), ["decided"] = Given(Decided), ["month"] = Given(Month),
        [ListNames.Page] = null,
    };

    private static bool IsGiven(string? value) => !string.IsNullOrWhiteSpace(value);

    private static DateOnly? MonthOf(string? text) =>
        DateOnly.TryParseExact($"{text}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            && month.Year is > 1 and < 9999 ? month : null;

    private static string? Given(string? value) => IsGiven(value) ? value!.Trim() : null;
}

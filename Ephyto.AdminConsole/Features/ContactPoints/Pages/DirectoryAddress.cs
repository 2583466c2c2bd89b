using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.Domain.ContactPoints;
using Ephyto.Domain.Countries;

namespace Ephyto.AdminConsole.Features.ContactPoints.Pages;

/// <summary>The filter of the list as it stands in an address. What makes no sense there is as good as not there.</summary>
internal static class DirectoryAddress
{
    public const string Missing = "missing";
    public const string Unreachable = "unreachable";
    public const string OverAYear = "over-a-year";

    public static ListContactPointsRequest Read(string? search, string? show, string? since, ListAddress address) => new(
        search, ListQuery.Named<ContactPointKind>(show), show == Missing, address.Number, since == OverAYear, show == Unreachable,
        address.Sort, address.Rows, ListQuery.Named<PartyStatus>(show));

    /// <summary>What stands in the address of the list; it is the first page.</summary>
    public static IReadOnlyDictionary<string, object?> Write(string? search, string? show, string? since) => new Dictionary<string, object?>
    {
        ["search"] = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
        ["show"] = string.IsNullOrEmpty(show) ? null : show,
        ["since"] = string.IsNullOrEmpty(since) ? null : since,
        [ListNames.Page] = null,
    };
}

using Ephyto.AdminConsole.Features.ContactPoints.UseCases;
using Ephyto.Domain.ContactPoints;

namespace Ephyto.AdminConsole.Features.ContactPoints.Pages;

/// <summary>The filter of the list as it stands in an address. What makes no sense there is as good as not there.</summary>
internal static class DirectoryAddress
{
    public const string Missing = "missing";
    public const string Unreachable = "unreachable";
    public const string OverAYear = "over-a-year";

    public static ListContactPointsRequest Read(string? search, string? show, string? since, string? order, string? page) => new(
        search, Named<ContactPointKind>(show), show == Missing, int.TryParse(page, out var number) ? number : 1, since == OverAYear,
        Named<DirectoryOrder>(order) ?? DirectoryOrder.Country, show == Unreachable);

    /// <summary>What stands in the address of the list, and of its file.</summary>
    public static IReadOnlyDictionary<string, object?> Write(string? search, string? show, string? since, string? order) => new Dictionary<string, object?>
    {
        ["search"] = string.IsNullOrWhiteSpace(search) ? null : search.Trim(),
        ["show"] = string.IsNullOrEmpty(show) ? null : show,
        ["since"] = string.IsNullOrEmpty(since) ? null : since,
        ["order"] = string.IsNullOrEmpty(order) ? null : order,
    };

    private static T? Named<T>(string? value)
        where T : struct, Enum => Enum.TryParse<T>(value, out var named) && Enum.IsDefined(named) ? named : null;
}

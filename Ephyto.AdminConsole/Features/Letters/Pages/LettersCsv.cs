using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.Letters.Components;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Letters;

namespace Ephyto.AdminConsole.Features.Letters.Pages;

/// <summary>The lists of letters as files, in the reader's language.</summary>
internal static class LettersCsv
{
    public const string Path = "hub/letters.csv";
    public const string OwnPath = "nppo/letters.csv";

    public static void MapLettersFile(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, DownloadAsync).RequireAuthorization().AlsoWithoutBody();
        endpoints.MapGet(OwnPath, DownloadOwnAsync).RequireAuthorization().AlsoWithoutBody();
    }

    public static string PathOf(Guid nppo) => $"{OwnPath}?nppo={nppo}";

    /// <summary>What an address asks for.</summary>
    public static ListLettersRequest RequestOf(string? search, string? state, ListAddress address) => new(
        search, Enum.TryParse<LetterStatus>(state, out var named) && Enum.IsDefined(named) ? named : null, address.Number,
        address.Sort, address.Rows);

    private static async Task<IResult> DownloadAsync(string? search, string? state, HttpContext http, ExportLetters export,
        LetterColumns columns)
    {
        var address = http.Request.Query;
        var exported = await export.HandleAsync(new(RequestOf(search, state, ListAddress.Of(address)), ChosenRows.Of(address)),
            http.User.ToActor(), http.RequestAborted);
        return columns.Answer(exported, "letters");
    }

    /// <param name="nppo">The organization's id.</param>
    private static async Task<IResult> DownloadOwnAsync(Guid nppo, HttpContext http, ExportOwnLetters export, OwnLetterColumns columns)
    {
        var address = http.Request.Query;
        var exported = await export.HandleAsync(
            new(nppo, ListAddress.Of(address).Sort, ChosenRows.Of(address), address[ListNames.Search]), http.User.ToActor(),
            http.RequestAborted);
        return columns.Answer(exported, "letters");
    }
}

using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Letters.UseCases;
using Ephyto.AdminConsole.Platform.Countries;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Letters;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Letters.Pages;

/// <summary>The filtered list of letters as a file, in the reader's language.</summary>
internal static class LettersFile
{
    public const string Path = "hub/letters.csv";

    public static void MapLettersFile(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, DownloadAsync).RequireAuthorization().AlsoWithoutBody();

    public static LetterStatus? Named(string? value) => Enum.TryParse<LetterStatus>(value, out var named) && Enum.IsDefined(named) ? named : null;

    private static async Task<IResult> DownloadAsync(
        string? search, string? state, HttpContext http, ExportLetters export, Terms terms, CountryCatalogue countries, IStringLocalizer<LettersText> text)
    {
        var exported = await export.HandleAsync(new(search, Named(state), 1), http.User.ToActor(), http.RequestAborted);
        if (!exported.IsSuccess) return Results.Forbid();

        string[] header = [text["Number"], text["Country"], text["Organization"], text["State"], text["CsvSince"], text["Requested"], text["CsvIssued"], text["Language"], text["Addressee"], text["Fingerprint"]];
        var file = CsvSheet.Write(header, exported.Value.Select(row => CellsOf(row, terms, countries)));
        return Results.File(file, CsvSheet.ContentType, "letters.csv");
    }

    private static string?[] CellsOf(LetterRow row, Terms terms, CountryCatalogue countries) =>
    [
        row.Letter.Number?.ToString(), countries.NameOf(row.Letter.CountryCode), row.Organization, terms.Of(row.Letter.Status), CsvSheet.Moment(row.Letter.StatusSince),
        CsvSheet.Moment(row.Letter.RequestedAt), CsvSheet.Moment(row.Letter.IssuedAt), terms.Of(row.Letter.Language), row.Letter.Addressee, row.Letter.Sha256,
    ];
}

using System.Globalization;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Notifications;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Outbox.Pages;

/// <summary>The filtered list of mails as a file, in the reader's language.</summary>
internal static class OutboxFile
{
    public const string Path = "hub/outbox.csv";

    /// <summary>In the address in place of a state: failed, and neither sent again nor dealt with.</summary>
    public const string Undelivered = "undelivered";

    /// <summary>In the address in place of a state: sent in the last 24 hours.</summary>
    public const string SentLately = "sent-lately";

    public static void MapOutboxFile(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path, DownloadAsync).RequireAuthorization().AlsoWithoutBody().ExcludeFromDescription();

    private static EmailState? StateOf(string? name) => Enum.TryParse<EmailState>(name, out var named) && Enum.IsDefined(named) ? named : null;

    /// <summary>What an address asks for.</summary>
    public static ListMailsRequest RequestOf(string? search, string? state, string? kind, int page, TimeProvider time) => new(
        search, StateOf(state), kind, page, state == Undelivered, state == SentLately ? time.GetUtcNow().UtcDateTime.AddDays(-1) : null);

    private static async Task<IResult> DownloadAsync(
        string? search, string? state, string? kind, HttpContext http, ExportMails export, TimeProvider time, Terms terms, IStringLocalizer<OutboxText> text)
    {
        var exported = await export.HandleAsync(RequestOf(search, state, kind, 1, time), http.User.ToActor(), http.RequestAborted);
        if (!exported.IsSuccess) return Results.Forbid();

        string[] header =
        [
            text["To"], text["Subject"], text["Kind"], text["Language"], text["State"], text["Tries"], text["QueuedAt"], text["SentAt"], text["NextTry"],
            text["Meaning"], text["ServerAnswer"],
        ];
        return Results.File(CsvSheet.Write(header, exported.Value.Select(row => CellsOf(row, terms))), CsvSheet.ContentType, "outbox.csv");
    }

    private static string?[] CellsOf(MailRow row, Terms terms) =>
    [
        row.To, row.Subject, terms.Mail(row.Kind), row.Language, terms.Of(row.State), row.Attempts.ToString(CultureInfo.InvariantCulture),
        CsvSheet.Moment(row.QueuedAt), CsvSheet.Moment(row.SentAt), row.State == EmailState.Queued ? CsvSheet.Moment(row.NextAttemptAt) : null,
        row.Trouble is { } trouble ? terms.Of(trouble) : null, row.LastError,
    ];
}

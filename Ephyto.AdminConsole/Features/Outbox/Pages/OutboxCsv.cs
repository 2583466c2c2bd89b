using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Features.Outbox.Components;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Platform.Security;
using Ephyto.Domain.Notifications;

namespace Ephyto.AdminConsole.Features.Outbox.Pages;

/// <summary>The filtered list of e-mails as a file, in the reader's language.</summary>
internal static class OutboxCsv
{
    public const string Path = "hub/outbox.csv";

    /// <summary>In the address in place of a state: failed, and neither sent again nor dealt with.</summary>
    public const string Undelivered = "undelivered";

    /// <summary>In the address in place of a state: sent in the last 24 hours.</summary>
    public const string SentLately = "sent-lately";

    public static void MapOutboxFile(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Path, DownloadAsync).RequireAuthorization().AlsoWithoutBody().ExcludeFromDescription();

    /// <summary>What an address asks for.</summary>
    public static ListEmailsRequest RequestOf(string? search, string? state, string? kind, ListAddress address, TimeProvider time) => new(
        search, ListQuery.Named<EmailState>(state), kind, address.Number, state == Undelivered, state == SentLately
            ? time.GetUtcNow().UtcDateTime.AddDays(-1) : null, address.Sort, address.Rows);

    private static async Task<IResult> DownloadAsync(string? search, string? state, string? kind, HttpContext http, ExportEmails export,
        TimeProvider time, EmailColumns columns)
    {
        var address = http.Request.Query;
        var request = RequestOf(search, state, kind, ListAddress.Of(address), time);
        var exported = await export.HandleAsync(new(request, ChosenRows.Of(address)), http.User.ToActor(), http.RequestAborted);
        return columns.Answer(exported, "outbox");
    }
}

using System.Globalization;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.Domain.Notifications;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Outbox.Components;

/// <summary>The columns of the outbox, of its file, its chooser and its sort.</summary>
public sealed partial class EmailColumns
{
    private readonly IStringLocalizer<OutboxText> _text;
    private readonly Terms _terms;
    private readonly bool _isPaused;

    internal EmailColumns(IStringLocalizer<OutboxText> text, Terms terms, bool isPaused = false)
        : base(text, ListEmails.Orders) =>
        (_text, _terms, _isPaused) = (text, terms, isPaused);

    public override IReadOnlyList<ListColumn<EmailRow>> All =>
    [
        Column("subject", "Subject", row => row.Subject, MessageOf, ColumnPlace.Head),
        Column("to", "To", row => row.To, AddressOf),
        Column("kind", "Kind", row => _terms.Email(row.Kind), place: ColumnPlace.Offered),
        Column("language", "Language", row => row.Language, place: ColumnPlace.Offered),
        Column("state", "State", row => _terms.Of(row.State), StateOf),
        Column("tries", "Tries", row => row.Attempts.ToString(CultureInfo.InvariantCulture)),
        Column("queued", "QueuedAt", row => CsvTable.Moment(row.QueuedAt), row => TimeOf(row.QueuedAt)),
        Column("sent", "SentAt", row => CsvTable.Moment(row.SentAt), row => TimeOf(row.SentAt), ColumnPlace.Offered),
        Column("next", "NextTry", row => CsvTable.Moment(NextTryOf(row)), row => TimeOf(NextTryOf(row)), ColumnPlace.Offered),
        Column("meaning", "Meaning", row => row.Trouble is { } trouble ? _terms.Of(trouble) : null, place: ColumnPlace.File),
        Column("answer", "ServerAnswer", row => row.LastError, place: ColumnPlace.File),
    ];

    /// <summary>While nothing is sent, what waits is told to wait.</summary>
    public EmailColumns While(bool isPaused) => isPaused == _isPaused ? this : new(_text, _terms, isPaused);

    public override string KeyOf(EmailRow row) => row.Id.ToString("N");

    private static DateTime? NextTryOf(EmailRow row) => row.State == EmailState.Queued ? row.NextAttemptAt : null;
}

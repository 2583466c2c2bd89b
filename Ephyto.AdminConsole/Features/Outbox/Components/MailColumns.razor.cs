using System.Globalization;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Terms;
using Ephyto.AdminConsole.Features.Outbox.UseCases;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.Domain.Notifications;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Outbox.Components;

/// <summary>The columns of the outbox, of its file, its chooser and its sort.</summary>
public sealed partial class MailColumns
{
    private readonly IStringLocalizer<OutboxText> _text;
    private readonly Terms _words;
    private readonly bool _isPaused;

    internal MailColumns(IStringLocalizer<OutboxText> text, Terms words, bool isPaused = false)
        : base(text, ListMails.Orders) =>
        (_text, _words, _isPaused) = (text, words, isPaused);

    public override IReadOnlyList<ListColumn<MailRow>> All =>
    [
        Column("subject", "Subject", row => row.Subject, MessageOf, ColumnPlace.Head),
        Column("to", "To", row => row.To, AddressOf),
        Column("kind", "Kind", row => _words.Mail(row.Kind), place: ColumnPlace.Offered),
        Column("language", "Language", row => row.Language, place: ColumnPlace.Offered),
        Column("state", "State", row => _words.Of(row.State), StateOf),
        Column("tries", "Tries", row => row.Attempts.ToString(CultureInfo.InvariantCulture)),
        Column("queued", "QueuedAt", row => CsvSheet.Moment(row.QueuedAt), row => TimeOf(row.QueuedAt)),
        Column("sent", "SentAt", row => CsvSheet.Moment(row.SentAt), row => TimeOf(row.SentAt), ColumnPlace.Offered),
        Column("next", "NextTry", row => CsvSheet.Moment(NextTryOf(row)), row => TimeOf(NextTryOf(row)), ColumnPlace.Offered),
        Column("meaning", "Meaning", row => row.Trouble is { } trouble ? _words.Of(trouble) : null, place: ColumnPlace.File),
        Column("answer", "ServerAnswer", row => row.LastError, place: ColumnPlace.File),
    ];

    /// <summary>While nothing is sent, what waits is told to wait.</summary>
    public MailColumns While(bool isPaused) => isPaused == _isPaused ? this : new(_text, _words, isPaused);

    public override string KeyOf(MailRow row) => row.Id.ToString("N");

    private static DateTime? NextTryOf(MailRow row) => row.State == EmailState.Queued ? row.NextAttemptAt : null;
}

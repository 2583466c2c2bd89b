using System.Globalization;
using Ephyto.AdminConsole.Components.Lists;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Audit.UseCases;
using Ephyto.AdminConsole.Platform.Csv;
using Ephyto.Domain.Auditing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Audit.Components;

/// <summary>
/// The columns of the audit trail: first those for people, in their language, then, in the file alone, every field that the hash is
/// made of, as stored, so that anybody can compute it again.
/// </summary>
public sealed partial class AuditColumns
{
    private readonly AuditSentences _sentences;
    private readonly IStringLocalizer<AuditText> _text;
    private readonly ReaderTimeZone _zone;

    internal AuditColumns(AuditSentences sentences, IStringLocalizer<AuditText> text, ReaderTimeZone zone) =>
        (_sentences, _text, _zone) = (sentences, text, zone);

    public override string ByDefault => $"-{ListAudit.OldestFirst}";

    public override IReadOnlyList<ListColumn<AuditLine>> All =>
    [
        new("number", _text["CsvNumber"], line => Number(line.Sequence), NumberOf, ColumnPlace.Offered),
        new(ListAudit.OldestFirst, _text["CsvTime"], line => Read(line, entry => CsvTable.Moment(entry.At)), TimeOf, Sorts: true),
        new("who", _text["CsvWho"], _sentences.Who),
        new("what", _text["CsvWhat"], _sentences.What, WhatOf, ColumnPlace.Head),
        new("about", _text["CsvAbout"], line => line.About is { } about ? _sentences.NameOf(about) : null, AboutOf),
        new("nppo", _text["CsvNppo"], line => line.Nppo is { } nppo ? _sentences.NameOf(nppo) : null, NppoOf, ColumnPlace.Offered),
        new("details", _text["CsvDetails"], DetailsOf, Place: ColumnPlace.File),
        Stored("Sequence", entry => Number(entry.Sequence), evenUnreadable: true),
        Stored("At", entry => entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)),
        Stored("ActorKind", entry => entry.ActorKind.ToString()),
        Stored("ActorId", entry => entry.ActorId.ToString("N")),
        Stored("Code", entry => entry.Code),
        Stored("SubjectKind", entry => entry.SubjectKind),
        Stored("SubjectId", entry => entry.SubjectId.ToString("N")),
        Stored("NppoId", entry => entry.NppoId?.ToString("N")),
        Stored("Facts", entry => entry.Facts),
        Stored("PreviousHash", entry => entry.PreviousHash),
        Stored("Hash", entry => entry.Hash),
    ];

    public override string KeyOf(AuditLine row) => Number(row.Sequence);

    // Its sentence would make the page a tenth heavier, and is read with the row anyway.
    public override string? SelectedAs(AuditLine row) => _text["EntryNumber", row.Sequence];

    private static ListColumn<AuditLine> Stored(string name, Func<AuditEntry, string?> field, bool evenUnreadable = false) =>
        new($"stored-{name.ToLowerInvariant()}", name, line => evenUnreadable ? field(line.Entry) : Read(line, field),
            Place: ColumnPlace.File);

    private string? DetailsOf(AuditLine line) => Read(line, _ => string.Join(" · ", _sentences.Details(line, _zone)));

    private static string? Read(AuditLine line, Func<AuditEntry, string?> field) => line.Entry.IsReadable ? field(line.Entry) : null;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Platform.Csv;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>
/// The trail as a file: first the sentence for people, in their language, then every field that the hash is made of, as
/// stored, so that anybody can compute it again.
/// </summary>
internal sealed class AuditSheet(AuditSentences sentences, IStringLocalizer<AuditText> text)
{
    public async Task WriteAsync(IAsyncEnumerable<IReadOnlyList<AuditLine>> batches, ReaderTimeZone zone, Stream file, CancellationToken ct)
    {
        await file.WriteAsync(CsvSheet.Write(Header, []), ct);
        await foreach (var batch in batches.WithCancellation(ct)) await file.WriteAsync(CsvSheet.Rows(batch.Select(line => CellsOf(line, zone))), ct);
    }

    private string[] Header =>
    [
        text["CsvNumber"], text["CsvTime"], text["CsvWho"], text["CsvWhat"], text["CsvAbout"], text["CsvNppo"], text["CsvDetails"],
        "Sequence", "At", "ActorKind", "ActorId", "Code", "SubjectKind", "SubjectId", "NppoId", "Facts", "PreviousHash", "Hash",
    ];

    private string?[] CellsOf(AuditLine line, ReaderTimeZone zone)
    {
        var entry = line.Entry;
        var number = entry.Sequence.ToString(CultureInfo.InvariantCulture);
        if (!entry.IsReadable) return [number, null, sentences.Who(line), sentences.What(line), null, null, null, number, .. Enumerable.Repeat<string?>(null, Header.Length - 8)];
        return
        [
            number, CsvSheet.Moment(entry.At), sentences.Who(line), sentences.What(line), line.About is { } about ? sentences.NameOf(about) : null,
            line.Nppo is { } nppo ? sentences.NameOf(nppo) : null, string.Join(" · ", sentences.Details(line, zone)),
            number, entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), entry.ActorKind.ToString(), entry.ActorId.ToString("N"), entry.Code,
            entry.SubjectKind, entry.SubjectId.ToString("N"), entry.NppoId?.ToString("N"), entry.Facts, entry.PreviousHash, entry.Hash,
        ];
    }
}

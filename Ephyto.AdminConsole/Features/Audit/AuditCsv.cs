using Ephyto.AdminConsole.Components.Shared;
using Ephyto.AdminConsole.Features.Audit.Components;
using Microsoft.Extensions.Localization;

namespace Ephyto.AdminConsole.Features.Audit;

/// <summary>The trail as a file, batch by batch, with the columns of the list.</summary>
internal sealed class AuditCsv(AuditSentences sentences, IStringLocalizer<AuditText> text)
{
    public async Task WriteAsync(IAsyncEnumerable<IReadOnlyList<AuditLine>> batches, ReaderTimeZone zone, Stream file, CancellationToken ct)
    {
        var columns = new AuditColumns(sentences, text, zone);
        await file.WriteAsync(columns.Write([]), ct);
        await foreach (var batch in batches.WithCancellation(ct)) await file.WriteAsync(columns.Rows(batch), ct);
    }
}

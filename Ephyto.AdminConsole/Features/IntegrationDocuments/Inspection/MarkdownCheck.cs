using Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;
using Ephyto.AdminConsole.Platform;
using Ephyto.AdminConsole.Platform.Uploads;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Inspection;

/// <summary>Whether a document can be shown as a page, as PDF and be searched at all: tried once, in a process of its own.</summary>
internal sealed class MarkdownCheck(ReaderProcess reader)
{
    private const string Name = "check-markdown";
    private const string Good = "Good";

    public static ConsoleCommand Command { get; } = ReaderProcess.Command(Name, Judge);

    public async Task<bool> CanBeShownAsync(byte[] content, CancellationToken ct) => await reader.ReadAsync(Name, content, ct) == Good;

    private static string Judge(byte[] content)
    {
        var text = MarkdownText.Parse(content);
        _ = PdfOfMarkdown.Write(text, new(Name, Name)).Length + DocumentChapter.Of(text)
            .Sum(chapter => chapter.Text.Length) + text.Render(Name).Html.Length;
        return Good;
    }
}

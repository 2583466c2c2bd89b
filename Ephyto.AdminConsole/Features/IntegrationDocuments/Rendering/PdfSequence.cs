using Ephyto.AdminConsole.Platform.Pdf;
using UglyToad.PdfPig.Core;

namespace Ephyto.AdminConsole.Features.IntegrationDocuments.Rendering;

/// <summary>A sequence diagram in a PDF.</summary>
internal static class PdfSequence
{
    private const double Size = 7.5;
    private const double Step = 26;
    private const double Box = 20;

    public static double HeightOf(SequenceDiagram diagram) => Box + (diagram.Messages.Count * Step) + 24;

    public static void Write(PdfPages pages, SequenceDiagram diagram, double x, double width)
    {
        var lane = width / diagram.Participants.Count;
        var height = HeightOf(diagram);
        pages.Keep(height);
        var top = pages.Y - 6;
        foreach (var (index, name) in diagram.Participants.Index())
        {
            var middle = x + (lane * (index + 0.5));
            pages.Shade(middle - 55, top - Box, 110, Box);
            WriteMiddle(pages, new(name, pages.Bold, Size), middle, top - 13);
            pages.Rule(middle, top - Box, middle, top - height + 12, 0.4);
        }

        foreach (var (index, message) in diagram.Messages.Index())
            Draw(pages, message, x + (lane * (message.From + 0.5)), x + (lane * (message.To + 0.5)), top - Box - ((index + 1) * Step));
        pages.Skip(height + 10);
    }

    private static void Draw(PdfPages pages, SequenceMessage message, double from, double to, double y)
    {
        if (from == to) to = from + 30;
        var back = to > from ? -6 : 6;
        if (message.IsAnswer)
        {
            // Dashes: the library draws whole lines only.
            for (var at = Math.Min(from, to); at < Math.Max(from, to); at += 6) pages.Rule(at, y, Math.Min(at + 3, Math.Max(from, to)), y);
        }
        else
        {
            pages.Rule(from, y, to, y);
        }

        pages.Page.DrawTriangle(new PdfPoint(to, y), new PdfPoint(to + back, y - 3), new PdfPoint(to + back, y + 3), 0.5, true);
        WriteMiddle(pages, new(message.Text, pages.Regular, Size), (from + to) / 2, y + 5);
    }

    private static void WriteMiddle(PdfPages pages, PdfRun run, double middle, double y) =>
        pages.Write(run, middle - (run.Font.WidthOf(run.Text, run.Size) / 2), y);
}

namespace Ephyto.AdminConsole.Platform.Pdf;

/// <summary>Breaks text into lines: between words, and inside a word only where it is longer than a line.</summary>
internal static class PdfLines
{
    /// <returns>At least one line; runs of one font stay together.</returns>
    public static IReadOnlyList<IReadOnlyList<PdfRun>> Wrap(IReadOnlyList<PdfRun> runs, double width)
    {
        List<IReadOnlyList<PdfRun>> lines = [];
        List<PdfRun> line = [];
        var used = 0.0;
        foreach (var word in runs.SelectMany(run => WordsOf(run, width)))
        {
            var needed = word.Font.WidthOf(word.Text.TrimEnd(' '), word.Size);
            if (used > 0 && used + needed > width)
            {
                lines.Add(Join(line));
                (line, used) = ([], 0);
            }

            line.Add(word);
            used += word.Font.WidthOf(word.Text, word.Size);
        }

        if (line.Count > 0 || lines.Count == 0) lines.Add(Join(line.Count > 0 ? line : [.. runs.Take(1)]));
        return lines;
    }

    /// <param name="lines">As they are wrapped.</param>
    /// <param name="leading">From line to line, in sizes of the font.</param>
    public static double HeightOf(IEnumerable<IReadOnlyList<PdfRun>> lines, double leading) =>
        lines.Sum(line => line.Max(run => run.Size) * leading);

    private static IEnumerable<PdfRun> WordsOf(PdfRun run, double width)
    {
        var start = 0;
        for (var at = 0; at < run.Text.Length; at++)
        {
            var isTooWide = at > start && run.Font.WidthOf(run.Text[start..(at + 1)], run.Size) > width;
            if (isTooWide)
            {
                yield return run with { Text = run.Text[start..at] };
                start = at;
            }

            if (run.Text[at] != ' ') continue;
            yield return run with { Text = run.Text[start..(at + 1)] };
            start = at + 1;
        }

        if (start < run.Text.Length) yield return run with { Text = run.Text[start..] };
    }

    private static List<PdfRun> Join(List<PdfRun> words)
    {
        List<PdfRun> joined = [];
        foreach (var word in words)
        {
            if (joined.Count > 0 && joined[^1].Font == word.Font && joined[^1].Size == word.Size && joined[^1].Link == word.Link)
                joined[^1] = word with { Text = joined[^1].Text + word.Text };
            else joined.Add(word);
        }

        return joined;
    }
}
